package letopis.parse.html;

/// A page is not ordinary. Never leaves this package.
final class GiveUp extends RuntimeException {
  private static final long serialVersionUID = 1;

  GiveUp(String what) {
    super(what, null, false, false);
  }
}
