package letopis.demo;

import static letopis.demo.Html.escape;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Writes the public preview of a channel, marked up as the previews of `t.me/s/` are.
record ChannelPage(Region region) {
  private static final int MOST = 20;

  /// @param before posts with this number or a larger one are left out
  String preview(Outlet channel, Instant now, int before) {
    List<Story> posts =
        region.shown(channel, now, Integer.MAX_VALUE).stream()
            .filter(story -> story.number() < before)
            .limit(MOST)
            .toList()
            .reversed();
    String messages =
        posts.stream().map(post -> message(post, now)).collect(Collectors.joining("\n"));
    String more =
        posts.isEmpty() || posts.getFirst().number() <= 1001
            ? ""
            : "<div class=\"tgme_widget_message_centered js-messages_more_wrap\"><a href=\"/s/%s?before=%d\" class=\"tme_messages_more js-messages_more\" data-before=\"%d\"></a></div>"
                .formatted(channel.handle(), posts.getFirst().number(), posts.getFirst().number());
    return """
    <!DOCTYPE html>
    <html><head><meta charset="utf-8"><title>%1$s – Telegram</title><meta property="og:title" content="%1$s"></head>
    <body class="widget_frame_base tgme_webpreview"><header class="tgme_header search_collapsed"><div class="tgme_header_info">
    <div class="tgme_channel_info_header_title"><span dir="auto">%1$s</span></div><div class="tgme_channel_info_header_username"><a href="https://t.me/%2$s">@%2$s</a></div></div></header>
    <main class="tgme_main"><section class="tgme_channel_history js-message_history">
    %3$s
    %4$s
    </section></main></body></html>
    """
        .formatted(escape(channel.title()), channel.handle(), more, messages);
  }

  /// One post on a page of its own, as `?embed=1` shows it.
  String embed(Story post, Instant now) {
    return """
    <!DOCTYPE html>
    <html><head><meta charset="utf-8"><title>Telegram Widget</title></head><body class="widget_frame_base emptyborder">
    %s
    </body></html>
    """
        .formatted(message(post, now));
  }

  /// What the embed shows for a post that is gone.
  String missing() {
    return """
    <!DOCTYPE html>
    <html><head><meta charset="utf-8"><title>Telegram Widget</title></head><body class="widget_frame_base emptyborder">
    <div class="tgme_widget_message_error">Post not found</div>
    </body></html>
    """;
  }

  private String message(Story post, Instant now) {
    Story.Text text = post.text(now);
    String forward =
        post.relations()
            .forward()
            .flatMap(region::story)
            .map(
                from ->
                    "<div class=\"tgme_widget_message_forwarded_from accent_color\">Forwarded from&nbsp;<a class=\"tgme_widget_message_forwarded_from_name\" href=\"%s\"><span dir=\"auto\">%s</span></a></div>"
                        .formatted(from.url(), escape(from.outlet().title())))
            .orElse("");
    String link =
        post.relations()
            .link()
            .flatMap(region::story)
            .map(cited -> "<br/><a href=\"%1$s\" target=\"_blank\">%1$s</a>".formatted(cited.url()))
            .orElse("");
    long minutes = Math.max(1, Duration.between(post.at(), now).toMinutes());
    return """
    <div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap js-widget_message" data-post="%1$s/%2$d"><div class="tgme_widget_message_bubble">
    <div class="tgme_widget_message_author accent_color"><a class="tgme_widget_message_owner_name" href="https://t.me/%1$s"><span dir="auto">%3$s</span></a></div>
    %4$s
    <div class="tgme_widget_message_text js-message_text" dir="auto"><b>%5$s</b><br/>%6$s%7$s</div>
    <div class="tgme_widget_message_footer compact js-message_footer"><div class="tgme_widget_message_info short js-message_info"><span class="tgme_widget_message_views">%8$d</span><span class="copyonly"> views</span><span class="tgme_widget_message_meta"><a class="tgme_widget_message_date" href="https://t.me/%1$s/%2$d"><time datetime="%9$s" class="time">%10$s</time></a></span></div></div>
    </div></div></div>\
    """
        .formatted(
            post.outlet().handle(),
            post.number(),
            escape(post.outlet().title()),
            forward,
            escape(text.title()),
            text.paragraphs().stream().map(Html::escape).collect(Collectors.joining("<br/>")),
            link,
            Math.min(9000, 40 + minutes * 3),
            Html.time(post.claimed(), java.time.ZoneOffset.UTC),
            Html.russianTime(post.claimed()));
  }
}
