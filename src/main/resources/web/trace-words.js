// The sentences of a trace are English in the API; this page's first readers are not.
const SENTENCES = [
  [/^earliest by (.+)$/, (m) => 'раньше всех: ' + part(m[1])],
  [/^The claim is short: .*$/, () => 'Утверждение короткое: показаны только места почти со всеми его словами, и те же слова могли быть сказаны о другом.'],
  [/^The claim is common: .*$/, () => 'Утверждение расхожее: показаны самые ранние и самые близкие места, не все.'],
  [/^Nothing in this archive says it\.$/, () => 'В этом архиве такого никто не говорит.'],
  [/^This archive has only mentions.*$/, () => 'В архиве есть только упоминания и опровержения, но не само утверждение.'],
  [/^We never looked at the earliest source before it had this.*$/, () => 'До этой публикации мы не смотрели на самый ранний источник: её время известно только с её слов.'],
  [/^The earliest appearance claims a time that our looks contradict\.$/, () => 'Самая ранняя публикация указывает время, которому противоречат наши наблюдения.'],
  [/^The earliest appearance names a source outside this trace, or one that this archive saw later: (.+)\.$/, (m) => `Самая ранняя публикация ссылается на того, кого здесь нет или кого архив увидел позже: ${m[1]}.`],
  [/^(\d+) appearance\(s\) claim a time that our looks contradict.*$/, (m) => `Публикаций, чьему времени противоречат наши наблюдения: ${m[1]}; взято наше время.`],
  [/^No source was watched in the decisive period.*$/, () => 'В решающее время ни за одним источником не наблюдали: более ранних публикаций мы видеть не могли.'],
  [/^(\d+) of (\d+) sources were not fully watched in the decisive period: (.+)\.$/, (m) => `За ${m[1]} из ${m[2]} источников в решающее время следили не всё время: ${m[3]}.`],
];

const PARTS = [
  ['its claimed time lies between our looks', 'её собственное время лежит между нашими взглядами'],
  ['its claimed time, which no look of ours contradicts or confirms', 'по её собственному времени, которого мы не можем ни подтвердить, ни опровергнуть'],
  ['our own look; its claimed time is missing or contradicted', 'по нашему наблюдению; её время не указано или опровергнуто'],
  ['our looks at two versions of the page: the claim came with a change', 'по двум редакциям страницы: утверждение появилось с правкой'],
  ['our looks put every other one later', 'все остальные, по нашим наблюдениям, позже'],
  ['others are later by their claims', 'остальные позже, по их словам'],
  ['other(s) may be as early', 'других могли быть не позже'],
];

const part = (text) => PARTS.reduce((said, [english, russian]) => said.replace(english, russian), text);

/** The sentence in Russian when it is a known one, else as it is. */
export function inRussian(sentence) {
  for (const [pattern, say] of SENTENCES) {
    const match = sentence.match(pattern);
    if (match) return say(match);
  }
  return sentence;
}
