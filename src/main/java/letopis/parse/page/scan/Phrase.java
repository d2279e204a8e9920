package letopis.parse.page.scan;

import java.util.Locale;

/// What the words of a short block say about it. The order is the order of features in the model:
/// append only. A phrase has one to three words, joined by a space; phrases are split by a bar.
public enum Phrase {
  RELATED(
      "read more|read also|read next|see also|also read|related|more from|more on|recommended|you"
          + " may|might also|also like|most read|most popular|trending|more stories|more news|top"
          + " stories|latest news|don't miss|editor's picks|recommended for you|watch also|see"
          + " more|learn more|click here|related articles|related stories|related topics|related"
          + " posts|keep reading|читайте также|читать также|читайте|по теме|материалы по"
          + " теме|похожие|другие новости|смотрите также|рекомендуем|популярное|ранее|также по"
          + " теме|новости по теме|ещё по теме|самое читаемое|главное сегодня|последние"
          + " новости|новости партнеров|подробнее|больше новостей|ещё новости|читайте ещё|читать"
          + " ещё|вам может|также читайте|lesen sie|mehr zum thema|zum thema|weitere|auch"
          + " interessant|das könnte|mehr zu|lesen sie auch|weitere artikel|weiterlesen|mehr"
          + " lesen|mehr dazu|siehe auch|meistgelesen|zum artikel|lire aussi|à lire|le même"
          + " sujet|lire la suite|articles liés|voir aussi|en savoir plus|lea también|lee"
          + " también|te puede interesar|puede interesar|noticias relacionadas|ver también|más"
          + " leídas|leer más|leia também|leia mais|veja também|saiba mais|mais lidas|leggi"
          + " anche|leggi tutto|potrebbe interessarti|articoli correlati|czytaj|czytaj też|zobacz"
          + " też|zobacz także|przeczytaj|polecamy|czytaj więcej|читайте також|дивіться"
          + " також|також|схожі|lees ook|lees meer|læs også|les også|läs också|läs mer|baca"
          + " juga|ilgili haberler|lue myös|přečtěte si|čtěte také|olvasta már|vezi și|citește"
          + " și|прочетете още|вижте още"),
  SHARE(
      "share|share"
          + " this|tweet|facebook|twitter|whatsapp|telegram|linkedin|pinterest|поделиться|teilen|partager|compartir|compartilhar|condividi|udostępnij|follow"
          + " us|подписывайтесь|folgen|suivez|síguenos|вконтакте|одноклассники|поширити|viber|instagram|youtube|delen|dela|paylaş|like"
          + " us|follow"),
  COMMENT(
      "comments|comment|leave a reply|leave a"
          + " comment|комментарии|комментариев|комментарий|kommentare|kommentar|commentaires|comentarios|comentários|commenti|komentarze|коментарі|post"
          + " a comment|reply|antworten|répondre|responder|rispondi|ответить|оставить"
          + " комментарий|join the conversation|add a comment|log in to|your email address|ihre e"
          + " mail|e mail adresse|обсудить"),
  SIGNUP(
      "subscribe|newsletter|sign up|sign in|log"
          + " in|login|register|subscribers|subscription|abonnieren|abonnez|abonnés"
          + "|suscríbete|suscriptores|iscriviti|registrieren|anmelden|подписаться|подпишитесь|подписка|войти|регистрация|підписатися|підписуйтесь|abo|abonnement|inscrivez|assine|cadastre|zaloguj|zapisz"
          + " się|donate|support us|become a member|download|app|free trial|start your|create"
          + " account|your inbox"),
  LEGAL(
      "copyright|all rights reserved|rights reserved|alle rechte|все права|при использовании|при"
          + " перепечатке|tous droits|todos los derechos|todos os direitos|reproduction|terms of"
          + " use|privacy policy"
          + "|datenschutz|impressum|licence|license|source|quelle|источник|fuente|fonte|źródło|джерело|terms"
          + " and conditions|cookie policy|редакция|свидетельство"),
  CONSENT(
      "cookie|cookies|gdpr|consent|javascript|your browser|ad blocker|privacy settings|browser"),
  AD(
      "advertisement|anzeige|werbung|реклама|publicité|publicidad|pubblicità|publicidade|sponsored|sponsored"
          + " content|на правах"
          + " рекламы|advertising|advertise|promoted|annonce|reklama|reklam|ad|promotion|erid|affiliate|story"
          + " continues below|continues below"),
  CREDIT(
      "photo|photos|photograph|фото|foto|fotos|image|images|getty|getty images|reuters|ap"
          + " photo|dpa|picture alliance|credit|bild|crédit|file photo|photo"
          + " by|фотография|видео|video|photograph by|image credit|illustration"
          + "|скриншот|imago|afp|istock|shutterstock|stockphoto|pictured|pixabay|unsplash"),
  BYLINE(
      "by|von|par|por|автор|written by|reporting by|editing by|about the"
          + " author|updated|published|posted|posted by|опубликовано|просмотров|просмотры|views|min"
          + " read|minute read|minutes ago|hours ago|stand|aktualisiert|publié|mis à"
          + " jour|actualizado|publicado|aggiornato|pubblicato|autor|autorin|auteur|am|uhr|last"
          + " updated|обновлено|текст|autore|contributor|reporter|correspondent|follow on"
          + " twitter|staff"),
  NAVIGATION(
      "home|next|previous|back to top|назад|вперед|zurück|weiter|load more|show more|skip"
          + " to|menu|search|print|email|page|pages|нагоре|наверх|главная|startseite|suche|drucken|seite|contact|contact"
          + " us|about us|about|next article|previous article|older posts|newer posts|continue"
          + " reading|view all|see all|all news|все"
          + " новости|alle|accueil|inicio|faq|sitemap|help|close|schließen|закрыть|fermer|cerrar|nach"
          + " oben|table of contents|contents|inhalt|содержание|back|go to|jump"
          + " to|tags|теги|тэги|метки|schlagwörter|themen|topics|categories|category|filed"
          + " under|tagged"),
  CORRECTION(
      "this article|this story|originally appeared|was originally published|correction|editor's"
          + " note|ошибка|ctrl enter|нашли ошибку|contact the author|email|e mail|tips|send"
          + " us|write to|report a|first published|a version of|reach|contributed to this|you"
          + " can|if you"),
  PROMISE(
      "buy|price|add to"
          + " cart|shop|sale|free|offer|deal|deals|order|shipping|cart|купить|цена|kaufen|preis|prix");

  final String phrases;

  /// All of them, so that no caller makes a copy.
  public static final Phrase[] ALL = values();

  Phrase(String phrases) {
    this.phrases = phrases.toLowerCase(Locale.ROOT);
  }
}
