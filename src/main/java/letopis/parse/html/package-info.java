/// Turns the HTML of ordinary pages into a tree several times faster than a parser for all pages:
/// the same tree that jsoup makes, or none. Begin reading at
/// [letopis.parse.html.OrdinaryHtml].
package letopis.parse.html;
