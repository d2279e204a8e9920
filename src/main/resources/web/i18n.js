// The words of the page in both languages, and the ways to write times and numbers.
const WORDS = {
  brand: ['Летопись', 'Letopis'],
  skip: ['К содержанию', 'Skip to content'],
  nav_search: ['Поиск', 'Search'],
  nav_trace: ['Первоисточник', 'Trace'],
  nav_cases: ['Дела', 'Cases'],
  nav_checks: ['Проверки', 'Fact-checks'],
  nav_sources: ['Источники', 'Sources'],
  nav_watches: ['Наблюдения', 'Watches'],
  nav_api: ['API', 'API'],
  search_label: ['Что ищем', 'Search the archive'],
  search_placeholder: ['Слова, "точная фраза", author:Иванов, -исключить', 'Words, "exact phrase", author:Smith, -without'],
  search_go: ['Найти', 'Search'],
  help: ['Как спрашивать', 'How to ask'],
  mistake_at: ['Ошибка в запросе', 'A mistake in the query'],
  took: ['{n} мс', '{n} ms'],
  nothing: ['Ничего не найдено', 'Nothing found'],
  nothing_hint: ['Проверьте написание, уберите фильтры или расширьте срок.', 'Check the spelling, remove filters or widen the dates.'],
  sort: ['Порядок', 'Order'],
  sort_relevance: ['по соответствию', 'relevance'],
  sort_newest: ['сначала новые', 'newest first'],
  sort_oldest: ['сначала старые', 'oldest first'],
  group: ['Свернуть копии', 'Fold copies'],
  changed_only: ['Изменённые', 'Changed only'],
  removed_only: ['Удалённые', 'Removed only'],
  from: ['С', 'From'],
  to: ['По', 'To'],
  filters: ['Фильтры', 'Filters'],
  remove_filter: ['Убрать фильтр', 'Remove filter'],
  clear_filters: ['Убрать все', 'Clear all'],
  more_values: ['ещё {n}', '{n} more'],
  next: ['Дальше', 'Next'],
  loading: ['Загрузка…', 'Loading…'],
  export: ['Выгрузить', 'Export'],
  watch_this: ['Следить', 'Watch this'],
  timeline: ['Публикации по времени', 'Publications over time'],
  timeline_hint: ['Выделите мышью отрезок, чтобы сузить срок. Штриховка: за источником не следили.', 'Drag to narrow the dates. Hatched: a source was not watched.'],
  no_date: ['без даты', 'no date'],
  undated: ['Без даты публикации, вне графика: {n}', 'Without a date of publication, not in the chart: {n}'],
  seen: ['замечено {t}', 'seen {t}'],
  seen_between: ['появилось между {a} и {b}', 'appeared between {a} and {b}'],
  backdated: ['задним числом', 'backdated'],
  changed: ['изменено', 'edited'],
  removed: ['удалено', 'removed'],
  original: ['На сайте', 'On the site'],
  trace_this: ['Откуда это', 'Trace this'],
  relaxed: ['Ещё {n} — не все слова, но многие', '{n} more have many of the words, not all'],
  relaxed_hint: ['В числе найденных, фильтрах и графике их нет.', 'They are not in the count, the filters or the chart.'],
  relaxed_all: ['Искать так: чем больше слов, тем лучше', 'Search this way: the more of the words, the better'],
  match_most: ['чем больше слов, тем лучше', 'the more of the words, the better'],
  suggestion: ['Возможно, вы искали:', 'Did you mean:'],
  f_source: ['Источник', 'Source'], f_kind: ['Вид', 'Kind'], f_lang: ['Язык', 'Language'], f_region: ['Регион', 'Region'],
  f_section: ['Раздел', 'Section'], f_tag: ['Метка', 'Tag'], f_author: ['Автор', 'Author'], f_domain: ['Сайт', 'Site'],
  f_topic: ['Тема', 'Topic'], f_place: ['Место', 'Place'], f_cluster: ['Копии текста', 'Copies of a text'],
  without: ['без', 'without'],
  k_news: ['СМИ', 'news'], k_official: ['официальный', 'official'], k_social: ['соцсети', 'social'], k_factcheck: ['проверка фактов', 'fact-check'], k_blog: ['блог', 'blog'],
  d_times: ['Время', 'Times'], d_history: ['Правки', 'Revisions'], d_copies: ['Копии', 'Copies'], d_similar: ['Похожее', 'Similar'], d_cites: ['На кого ссылается', 'Whom it cites'],
  d_claimed: ['Заявлено на странице', 'Claimed by the page'],
  d_first_seen: ['Мы увидели впервые', 'We first saw it'],
  d_absent: ['До этого смотрели — не было', 'We looked before: not there'],
  d_absent_none: ['Раньше за источником не следили', 'We had not looked before'],
  d_modified: ['Изменено, по словам страницы', 'Changed, the page claims'],
  d_removed: ['Увидели, что исчезло', 'Found gone'],
  d_interval: ['Значит, появилось между {a} и {b}.', 'So it appeared between {a} and {b}.'],
  d_interval_open: ['Значит, появилось не позже {b}.', 'So it appeared no later than {b}.'],
  d_backdated: ['Заявленное время раньше, чем мы видели источник без этой публикации: дата задним числом.', 'The claimed time is earlier than our look without it: backdated.'],
  d_snapshot: ['Сохранённая копия', 'Saved original'],
  d_snapshot_open: ['Открыть в отдельной вкладке', 'Open in a tab'],
  d_evidence: ['Пакет доказательств (ZIP)', 'Evidence pack (ZIP)'],
  d_revision: ['Редакция {n}', 'Revision {n}'],
  d_current: ['текущая', 'current'],
  d_no_changes: ['Правок не замечено.', 'No changes seen.'],
  d_no_copies: ['Других публикаций этого текста нет.', 'No other publication of this text.'],
  d_no_cites: ['Ни на кого.', 'Nobody.'],
  d_missing: ['Такого документа в архиве нет.', 'There is no such document in the archive.'],
  p_second: ['с точностью до секунды', 'to the second'], p_minute: ['с точностью до минуты', 'to the minute'], p_hour: ['с точностью до часа', 'to the hour'], p_day: ['с точностью до дня', 'to the day'],
  from_platform: ['время поставила площадка', 'the platform’s clock'], 'from_json-ld': ['разметка страницы (JSON-LD)', 'page markup (JSON-LD)'], from_meta: ['метаданные страницы', 'page metadata'], from_feed: ['лента', 'the feed'], 'from_page-text': ['текст страницы', 'the page’s text'], from_url: ['адрес страницы', 'the address'], from_import: ['загруженный файл', 'an imported file'], from_guessed: ['не указано; взято время, когда мы увидели впервые', 'not stated; our first look is used'],
  t_title: ['Где это появилось впервые?', 'Where did it first appear?'],
  t_label: ['Утверждение, пост или ссылка', 'A claim, a post or a link'],
  t_placeholder: ['Вставьте фразу от трёх слов, целый текст или адрес публикации', 'Paste a phrase of three words or more, a whole text, or an address'],
  t_go: ['Проследить', 'Trace'],
  t_origin: ['Раньше всех в этом архиве', 'Earliest in this archive'],
  t_none: ['В архиве этого нет', 'The archive does not have this'],
  t_words: ['Вставьте слова утверждения: их можно проследить и без этой страницы.', 'Paste the words of the claim: they can be traced without this page.'], t_none_hint: ['Это не значит, что этого нигде не было: ниже сказано, за чем архив следил.', 'That does not mean it was nowhere: what the archive was watching is said below.'],
  t_none_itself: ['Самого утверждения в архиве нет', 'The archive does not have the claim itself'],
  t_none_search: ['Искать эти слова', 'Search for these words'],
  t_wait: ['Ищем во всех публикациях и их прежних редакциях…', 'Looking through all publications and their past versions…'],
  t_wait_seconds: ['{n} с.', '{n} s.'],
  t_wait_long: ['Длинный текст в большом архиве может занять до полуминуты.', 'A long text in a large archive may take up to half a minute.'],
  t_quality: ['Насколько известно время', 'How well the time is known'],
  t_sight: ['Что тогда видел архив', 'What the archive saw then'],
  t_made: ['Ответ архива от {t} ({z})', 'The archive’s answer of {t} ({z})'],
  t_as_of: ['Ответ по состоянию архива на {t} ({z}): то, что появилось в нём позже, не учтено.', 'As the archive knew it at {t} ({z}): what came into it later is left out.'],
  t_anew: ['Проследить заново', 'Trace anew'],
  t_copy: ['Скопировать текстом', 'Copy as text'],
  t_copied: ['Скопировано.', 'Copied.'],
  t_likely: ['вероятность {n} %', '{n} % likely'],
  t_also: ['также:', 'also:'],
  t_outside: ['среди найденного нет', 'not among what was found'],
  t_ground: ['Основание', 'Grounds'],
  t_candidates: ['Не позже могли быть', 'May be as early'],
  t_appearances: ['Все появления, от раннего к позднему', 'Every appearance, oldest first'],
  t_variants: ['Как менялись слова', 'How the wording changed'],
  t_graph: ['Кто у кого взял и на кого ссылается', 'Who has it from whom'],
  t_checks: ['Известные проверки', 'Known fact-checks'], t_check_gone: ['снята с сайта, заметили {at}', 'no longer on its site, found {at}'], t_saved: ['сохранённая', 'saved copy'],
  fc_intro: ['Разборы утверждений (ClaimReview) со страниц, которые читает архив, и из загруженных файлов. Похожие на ваш текст покажет «Первоисточник».', 'Reviews of claims (ClaimReview) from the pages that the archive reads and from imported files. Those like your text are shown by a trace.'],
  fc_words: ['Слова утверждения', 'Words of the claim'], fc_found: ['Найдено: {n}', '{n} found'], fc_more: ['Показать ещё', 'Show more'],
  t_caveats: ['Оговорки', 'Caveats'],
  t_coverage: ['Что архив мог видеть', 'What the archive could see'],
  t_covered: ['Из {n} источников без перерыва следили за {m}', '{m} of {n} sources were watched without a gap'],
  t_gaps: ['Источников с перерывами', 'Sources with gaps'],
  t_claim: ['Утверждение', 'Claim'],
  t_refuted: ['опровергает', 'refutes it'],
  t_says: ['на странице указано {t}', 'the page says {t}'],
  t_taken_out: ['из текста убрано', 'taken out of the text'],
  t_versions: ['редакций, где это сказано: {n}', 'versions that say it: {n}'],
  t_gone: ['удалено: {t} уже не было', 'removed: gone by {t}'],
  m_verbatim: ['дословно', 'verbatim'], m_edited: ['с правками', 'edited'], m_paraphrase: ['пересказ', 'paraphrase'], m_mention: ['упоминание', 'mention'],
  q_a: ['надёжно: мы смотрели и до, и после, с перерывом не более часа', 'sure: we looked before and after, at most an hour apart'],
  q_b: ['хорошо: мы смотрели и до, и после в пределах суток, или время поставила площадка', 'good: we looked before and after within a day, or the platform set the time'],
  q_c: ['средне: известно только со слов самой публикации или только по нашим наблюдениям', 'fair: only by the publication’s own word, or only by our looks'],
  q_d: ['слабо: время не указано, неточно или опровергнуто', 'weak: the time is missing, rough or contradicted'],
  via_link: ['ссылка', 'link'], via_forward: ['пересылка', 'forward'], via_reply: ['ответ', 'reply'], via_source: ['указан как источник', 'given as its source'], via_phrase: ['назван в тексте', 'named in the text'], via_text: ['совпадает текст', 'same text'],
  c_number: ['число', 'number'], c_negation: ['отрицание', 'negation'], c_date: ['дата', 'date'], c_name: ['имя', 'name'], c_wording: ['слова', 'wording'], c_order: ['порядок', 'order'],
  s_title: ['Источники', 'Sources'],
  s_state: ['Состояние', 'State'], s_name: ['Название', 'Name'], s_kind: ['Вид', 'Kind'], s_last: ['Последний обход', 'Last look'], s_next: ['Следующий', 'Next'], s_docs: ['Документов', 'Documents'], s_calendar: ['За 30 дней', 'Last 30 days'], s_error: ['Ошибка', 'Error'], s_warning: ['Предупреждение', 'Warning'], s_all: ['все', 'all'],
  s_never: ['ещё не смотрели', 'never'],
  s_none: ['Источников нет. Добавьте их в crawler-config/sources.', 'No sources. Add them to crawler-config/sources.'],
  s_polls: ['Последние обходы', 'Last looks'],
  s_found: ['Записей', 'Entries'], s_fresh: ['Новых', 'New'], s_when: ['Когда', 'When'], s_status: ['Ответ', 'Status'],
  s_search: ['Публикации источника', 'Its publications'],
  st_watched: ['следили', 'watched'], st_gap: ['могли пропустить', 'gap'], st_down: ['не отвечал', 'down'], st_blocked: ['закрыт для нас', 'blocked'], st_empty: ['был пуст', 'empty'], st_layout_broken: ['сломалась вёрстка', 'layout broken'], st_not_covered: ['не смотрели', 'not watched'],
  w_title: ['Наблюдения', 'Watches'], w_intro: ['Наблюдение сообщает о новых публикациях по запросу: в RSS или вебхуком.', 'A watch reports new publications for a query, by RSS or webhook.'],
  w_name: ['Название', 'Name'], w_query: ['Запрос', 'Query'], w_webhook: ['Вебхук (необязательно)', 'Webhook (optional)'], w_create: ['Создать', 'Create'], w_delete: ['Удалить', 'Delete'], w_results: ['Находки', 'Results'], w_replay: ['Что было бы за месяц', 'Replay the last month'], w_none: ['Наблюдений пока нет.', 'No watches yet.'], w_broken: ['Запрос сломан', 'The query is broken'], w_operators: ['Операторы другой системы здесь — просто слова. Возможно, вы имели в виду:', 'Operators of another system are mere words here. Did you mean:'], w_confirm: ['Удалить наблюдение?', 'Delete this watch?'], w_nothing: ['Пока ничего.', 'Nothing yet.'], w_secret: ['Ключ подписи (показан один раз)', 'Signing secret (shown once)'],
  ca_intro: ['Дело — утверждение с выбранными публикациями, заметками и выводом. Новое начинается со страницы первоисточника.', 'A case is a claim with chosen publications, notes and a verdict. A new one begins on the trace page.'],
  ca_title: ['Дело', 'Case'], ca_new: ['Завести дело', 'Keep as a case'], ca_none: ['Дел пока нет.', 'No cases yet.'], ca_open: ['без вывода', 'open'], ca_evidence: ['Публикации', 'Publications'], ca_notes: ['Заметки', 'Notes'], ca_note: ['почему это важно', 'why it matters'],
  ca_rating: ['Вывод', 'Verdict'], ca_label: ['Вывод своими словами', 'The verdict in your words'], ca_explanation: ['Объяснение', 'Explanation'], ca_author: ['Кто проверял (организация)', 'Who reviewed (organisation)'], ca_url: ['Где опубликована проверка', 'Where the review is published'],
  ca_save: ['Сохранить', 'Save'], ca_missing: ['Поисковые системы не принимают ClaimReview без адреса разбора и названия редакции.', 'Search engines take no ClaimReview without the address of the review and the name of who reviews.'], ca_saved: ['Сохранено.', 'Saved.'], ca_again: ['Проследить снова', 'Trace again'], ca_reload: ['Прочитать заново', 'Read it again'], ca_gone: ['изъято из архива', 'gone from the archive'], ca_keep: ['оставить в деле', 'keep in the case'], ca_confirm: ['Удалить дело?', 'Delete this case?'],
  ra_false: ['Неправда', 'False'], 'ra_mostly-false': ['В основном неправда', 'Mostly false'], ra_mixed: ['Полуправда', 'Half true'], 'ra_mostly-true': ['В основном правда', 'Mostly true'], ra_true: ['Правда', 'True'], ra_unproven: ['Не доказано', 'Unproven'],
  key_label: ['Ключ доступа', 'Access key'], key_go: ['Войти', 'Sign in'],
  offline: ['Сервер не отвечает', 'The server does not answer'],
  retry: ['Повторить', 'Try again'],
  not_found: ['Такой страницы нет', 'No such page'],
  to_search: ['К поиску', 'To the search'],
  times_zone: ['Время на странице: {z}', 'Times on this page: {z}'],
};

const HELP = [
  ['паводок ущерб', ['все слова, в любой форме; ё = е', 'all words, in any form']],
  ['"режим чс"', ['фраза', 'a phrase']],
  ['"мост открыт"~5', ['слова по порядку, между ними до 5 других', 'in order, up to 5 words between']],
  ['мост NEAR/5 ремонт', ['рядом в любом порядке', 'near, in any order']],
  ['паводок OR наводнение', ['одно из', 'either']],
  ['паводок -учения', ['без слова', 'without a word']],
  ['город*', ['начало слова', 'a prefix']],
  ['=мосту', ['ровно эта форма', 'exactly this form']],
  ['title:мост', ['в заголовке; ещё lead: body: url: author: source: kind: lang: tag: domain:', 'in the title; also lead: body: url: author: source: kind: lang: tag: domain:']],
  ['published:[2026-01-01 TO 2026-02-01]', ['срок', 'a period']],
];

let chosen = remembered();

/** What was chosen before; else Russian for who reads it, by the browser's list of languages. */
function remembered() {
  try {
    const kept = localStorage.getItem('letopis.language');
    if (kept === 'ru' || kept === 'en') return kept;
  } catch { /* Storage may be closed to us. */ }
  return navigator.languages.some((tag) => /^ru\b/i.test(tag)) ? 'ru' : 'en';
}

export const language = () => chosen;
const index = () => (chosen === 'ru' ? 0 : 1);

export function setLanguage(value) {
  chosen = value === 'en' ? 'en' : 'ru';
  try {
    localStorage.setItem('letopis.language', chosen);
  } catch { /* Storage may be closed to us; the choice then lasts as long as the page. */ }
}

/** The words for a key, with {n} and the like filled in; the key's last part when there are none. */
export function t(key, values = {}) {
  const words = WORDS[key];
  const text = words ? words[index()] : key.replace(/^[a-z]+_/, '');
  return text.replace(/\{(\w+)\}/g, (_, name) => (name in values ? values[name] : ''));
}

export const help = () => HELP.map(([query, says]) => [query, says[index()]]);
export const number = (n) => new Intl.NumberFormat(chosen).format(n);

/** How Russian counts: one, few, many. */
function plural(n, one, few, many) {
  const rule = new Intl.PluralRules('ru').select(n);
  return rule === 'one' ? one : rule === 'few' ? few : many;
}

export function publications(n, exact = true) {
  if (chosen === 'en') return `${exact ? '' : 'at least '}${number(n)} ${n === 1 ? 'publication' : 'publications'}`;
  return `${exact ? '' : 'не меньше '}${number(n)} ${plural(n, 'публикация', 'публикации', 'публикаций')}`;
}

/** How many publications say something, deny it, or mention it, and how many did not take it from another. */
export function said(n, denials, mentions, origins) {
  const russian = chosen === 'ru';
  if (!n && !denials && !mentions) return publications(n);
  const counted = (count, one, few, many, english) => count > 0 && `${number(count)} ${russian ? plural(count, one, few, many) : english + (count === 1 ? '' : 's')}`;
  return [
    n > 0 && publications(n),
    counted(denials, 'опровержение', 'опровержения', 'опровержений', 'refutation'),
    counted(mentions, 'упоминание', 'упоминания', 'упоминаний', 'mention'),
    counted(origins, 'независимый первоисточник', 'независимых первоисточника', 'независимых первоисточников', 'independent origin'),
  ].filter(Boolean).join(', ');
}

/** Texts without their copies; a count that is not exact is near, above or below. */
export function texts(n, exact = true) {
  const count = (exact ? '' : '≈ ') + number(n);
  if (chosen === 'en') return `${count} ${n === 1 ? 'text' : 'texts'} (copies folded)`;
  return `${count} ${plural(n, 'текст', 'текста', 'текстов')} (копии свёрнуты)`;
}

export function copies(n) {
  if (chosen === 'en') return `+${n} ${n === 1 ? 'copy' : 'copies'}`;
  return `ещё ${n} ${plural(n, 'копия', 'копии', 'копий')}`;
}

/** The clock of both languages goes to 24: evidence is compared across them. */
export const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** A time in the reader's zone; as exact as it is known. */
export function when(text, precision = 'minute') {
  if (!text) return '—';
  const date = new Date(text);
  const thisYear = date.getFullYear() === new Date().getFullYear();
  const day = { day: 'numeric', month: 'long', ...(thisYear ? {} : { year: 'numeric' }) };
  if (precision === 'day') return date.toLocaleDateString(chosen, day);
  return date.toLocaleString(chosen, { ...day, ...CLOCK, ...(precision === 'second' ? { second: '2-digit' } : {}) });
}

const sameDay = (one, other) => new Date(one).toDateString() === new Date(other).toDateString();

/** A time of the day `beside` is written without its date. */
export function near(text, beside) {
  return beside && sameDay(text, beside) ? new Date(text).toLocaleTimeString(chosen, CLOCK) : when(text);
}

/** Two times, each without its date where that was said just before. */
export const between = (from, to, beside) => ({ a: near(from, beside), b: near(to, from) });

/** How far the reader's clock is from UTC at a time: `UTC+9`. */
export function offset(text) {
  const parts = new Intl.DateTimeFormat('en', { timeZoneName: 'longOffset' }).formatToParts(new Date(text));
  return parts.find((part) => part.type === 'timeZoneName').value.replace('GMT', 'UTC').replace(':00', '').replace(/([+-])0(\d)/, '$1$2').replace(/[+-]0$/, '');
}

export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
