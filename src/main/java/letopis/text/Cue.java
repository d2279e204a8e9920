package letopis.text;

/// The classes of words by which a text says whom it has something from. Their words are in
/// `attribution-words.txt`, which says what each is for.
enum Cue {
  TELL,
  SAY,
  SUBJECT,
  CITE,
  DATA,
  SHOWS,
  WHOSE,
  AGREED,
  LINK,
  IMPERSONAL,
  PAPER,
  PLACE,
  STAFF,
  TALK,
  ARTICLE,
  KNOWN_TO,
  BESIDE,
  DAY,
  KIND,
  ORG_KIND,
  ACCORDING,
  CITING,
  TOLD,
  REPORTED,
  WROTE,
  SAID,
  FOUND,
  SPEAK,
  PASSIVE,
  STUDY,
  FINDING,
  SECTION,
  MODIFIER,
  VIA,
  PERSON,
  BODY,
  OWN,
  OFFICE,
  COINED,

  /// Begins a phrase of `attribution-phrases.txt`.
  PHRASE;

  /// Words of these classes begin a frame, the others only stand in one.
  static final long OPENING =
      bits(
          TELL,
          SAY,
          SUBJECT,
          CITE,
          DATA,
          AGREED,
          LINK,
          IMPERSONAL,
          STAFF,
          TALK,
          ARTICLE,
          KNOWN_TO,
          ACCORDING,
          CITING,
          TOLD,
          REPORTED,
          WROTE,
          SAID,
          FOUND,
          SPEAK,
          PASSIVE,
          STUDY,
          VIA,
          PHRASE);

  static long bits(Cue... cues) {
    long bits = 0;
    for (Cue cue : cues) {
      bits |= cue.bit();
    }
    return bits;
  }

  long bit() {
    return 1L << ordinal();
  }
}
