package letopis.url;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The query parameters that advertisers and mailers append, and the sessions of PHP and Java
/// servers, which no site uses to find a page. A
/// parameter belongs here only if its name cannot be a site's own: `id`, `cid`, `sid`, `source`,
/// `ref`, `from` name articles on real sites and stay.
final class TrackingParameters {
  private static final List<String> PREFIXES = List.of("utm_", "mtm_", "hsa_", "stm_");

  private static final Set<String> NAMES =
      Set.of(
          // Yandex, VK, Openstat, Mail.ru
          "yclid",
          "ysclid",
          "ymclid",
          "_openstat",
          "vk_ref",
          "rb_clickid",
          "yadclid",
          "yadordid",
          // Google
          "gclid",
          "gclsrc",
          "dclid",
          "gbraid",
          "wbraid",
          "gad_source",
          "gad_campaignid",
          "srsltid",
          "_ga",
          "_gl",
          // Facebook, Instagram, X, TikTok, Microsoft, LinkedIn
          "fbclid",
          "fb_action_ids",
          "fb_action_types",
          "igshid",
          "igsh",
          "twclid",
          "ttclid",
          "msclkid",
          "li_fat_id",
          // sessions
          "phpsessid",
          "jsessionid",
          // mailers and analytics
          "mc_cid",
          "mc_eid",
          "mkt_tok",
          "_hsenc",
          "_hsmi",
          "__hstc",
          "__hssc",
          "__hsfp",
          "hsctatracking",
          "oly_enc_id",
          "oly_anon_id",
          "vero_id",
          "vero_conv",
          "wickedid",
          "ns_campaign",
          "wprss");

  private TrackingParameters() {}

  /// @param name as in the query, before the `=`
  static boolean contains(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return NAMES.contains(lower) || PREFIXES.stream().anyMatch(lower::startsWith);
  }
}
