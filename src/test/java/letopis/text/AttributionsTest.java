package letopis.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | She told Riverbank radio station KRVR that it rained. | KRVR",
        "en | He told San Lago TV station KLAG of the bridge. | KLAG",
        "en | If the Reuters is to be believed, the bridge is closed. | Reuters",
        "en | If reports in Reuters are to be believed, the bridge is closed. | Reuters",
        "en | Few bridges fell, according to the US department of bridges and river protection. |"
            + " US department of bridges and river protection",
        "en | Few bridges fell, according to the ministry of transport. | ministry of transport",
        "en | According to the bridges map, below, from Riversi, most of them are old. | Riversi",
        "en | According to a heat map (below) by Riversi, most of them are old. | Riversi",
        "en | An announcement from the bridge’s owners, Lake Holdings, noted that it is closed. |"
            + " Lake Holdings",
        "en | A statement from its parent company, Lake Holdings, said the bridge is closed. | Lake"
            + " Holdings",
        "ru | По информации торгового представительства США, мост цел. | торгового"
            + " представительства США",
        "ru | В озёрском посольстве в США также сообщили, что мост цел. | озёрском посольстве",
        "ru | В бюро ООН в Нижнем Озёрске отметили, что мост цел. | бюро ООН",
        "ru | В военном ведомстве Озёрии сообщили, что мост цел. | военном ведомстве Озёрии",
        "ru | Агентство Reuters (США) даже ставит вопрос о мосте. | Reuters",
        "ru | Газета «Речник» обращает внимание на мост. | Речник",
        "ru | В столичном департаменте мостов первого ноября сообщили о закрытии. | столичном"
            + " департаменте мостов",
        "ru | О мосте сообщили в Минстрое. | Минстрое",
        "en | The system was certified, the official told The River Tribune. | River Tribune",
        "en | According to R&P, the bridge may fall. | R&P",
        "en | As earlier revealed by TENRA, the bridge has a lamp. | TENRA",
        "en | On Thursday’s broadcast of CNN’s “Bridge Room,” Rivers said it is safe. | CNN",
        "en | Reuters earlier this month reported that the bridge is closed. | Reuters",
        "en | The bridge is new, said a report by 91Bridges. | 91Bridges",
        "en | The mayor wrote of it in a column published in The New York Times. | The New York"
            + " Times",
        "en | LAKEWOOD STATION, New Riverland (WRVR) -- Meet the newest reporter. | WRVR",
        "en | In May the South Lakish Joint Chiefs of Staff (JCS) reported that bridges fell. |"
            + " South Lakish Joint Chiefs of Staff",
        "en | “There may be a risk,” the NHTSA wrote last week. | NHTSA",
        "en | It will be free, an official told the BBC's local partner CBS. | CBS",
        "en | RiverArena says the score is higher. | RiverArena",
        "en | Many bridges fell (Source: RiverTV18): | RiverTV18",
        "ru | Мост построят, как отмечает пресс-служба Кремля, за год. | пресс-служба Кремля",
        "ru | Кстати, по данным Озёрского транспортного форума, мостов станет больше. | Озёрского"
            + " транспортного форума",
        "ru | • Мост откроют в мае - прогноз Fox News | Fox News",
        "ru | В Озёрске начинается праздник, сообщает турпортал Озёрска. | турпортал Озёрска",
        "en | It is old, according to data published earlier this year by the Lakeland Development"
            + " Bank. | Lakeland Development Bank",
        "en | It is old, according to data collated from RiverEquity as on Friday. | RiverEquity",
        "en | According to latest research by cybersecurity vendor RiverEye, it is back. |"
            + " RiverEye",
        "en | It is “unsafe,” she told FOX 26. | FOX 26",
        "en | “We were asleep,” Ann told Lakeland’s KRVR-TV. | KRVR-TV",
        "en | The Riverbank Academy of Bridges estimates that most of them are old. | Riverbank"
            + " Academy of Bridges",
        "en | Market research firm RVI has found that sales fell. | RVI",
        "en | Popular workout tracking app Riverva reported that running is back. | Riverva",
        "en | As first reported by RVIZ, the bridge was closed in May. | RVIZ",
        "en | The Reuters of Lakeland reports that the bridge is open. | Reuters",
        "en | As eRiver found, the bridge is old. | eRiver",
        "en | In his explosive CNN interview, he spoke of bridges. | CNN",
        "en | When CNN asked the mayor about bridges, he said nothing. | CNN",
        "en | NASA data confirms the bridge is hot. | NASA",
        "en | The RiverPass trends report showed that bridges matter. | RiverPass",
        "en | River Tracker’s analysis to date has argued that the bridge is old. | River Tracker",
        "en | Per Riversky, the bridge was found open. | Riversky",
        "en | The bridge, per the WHO, is often closed. | WHO",
        "en | Reuters reported a fall in the number of bridges. | Reuters",
        "ru | Об этом сообщил Телеканал 360. | 360",
        "ru | Мост закрыт, сообщает проект «Речные сети». | Речные сети",
        "ru | Мост закрыт, пишет британская BBC. | BBC",
        "ru | Мост закрыт, заявили в Научно-исследовательском институте мостов. |"
            + " Научно-исследовательском институте мостов",
        "ru | Слова адвоката подтвердили в озёрском посольстве. | озёрском посольстве",
        "ru | Агентство ТАСС так передает заявление мэра: «Мост цел». | ТАСС",
        "ru | Мост закрыт, [сообщает](https://river.example/x) «Медиазона». | Медиазона",
        "ru | В сентябре ФСБ сообщала о закрытии моста. | ФСБ",
        "ru | «Мост цел», — говорил Орлов в конце августа «Р-Спорту». | Р-Спорту",
        "ru | Об этом сообщили в пресс-службе комитета по спорту. | пресс-службе комитета по"
            + " спорту",
        "ru | В интервью Fastsport Ивану Орлову пришлось признать вину. | Fastsport",
        "ru | Цены выросли, заявил в эфире River Business ведущий. | River Business",
        "ru | Как сообщает пресс-служба горсовета, мост открыт. | пресс-служба горсовета",
        "ru | Мост открыт, сообщает в четверг пресс-служба УМВД. | пресс-служба УМВД",
        "ru | Мост открыли, пишет 6 декабря 2018 года газета River Standard. | River Standard",
        "ru | По предварительной информации ГИБДД, пострадавших нет. | ГИБДД",
        "ru | По данным опроса ВЦИОМ, мост нужен всем. | ВЦИОМ",
        "ru | По данным речной службы безопасности Озёрска, мост цел. | речной службы безопасности"
            + " Озёрска",
        "ru | По данным того же «Коммерсанта», мост закрыт. | Коммерсанта",
        "ru | Согласно отчёту Минстроя, мост достроен. | Минстроя",
        "ru | ⚡️МВД Озёрска сообщило о задержании двоих. | МВД Озёрска",
        "ru | Газета River Post со ссылкой на источники уточняет сроки. | River Post",
        "ru | Об этом стало известно «Фонтанке». | Фонтанке",
        "ru | «Мы ждём», — приводит его слова «Речной вестник». | Речной вестник",
        "ru | Мост открыт, передаёт Озёрская правда. | Озёрская правда",
        "ru | ТАСС ранее сообщал о закрытии моста. | ТАСС",
        "ru | Bloomberg: мост закроют на ремонт | Bloomberg",
        "ru | Мост закроют на ремонт, **до весны** — Bloomberg | Bloomberg",
        "ru | Сроки подтвердили в Riverbank. | Riverbank",
        "ru | INTERFAX.RU - Мост через Озёрку открыт. | INTERFAX.RU",
        "ru | ОЗЁРСК, 1 ноя – РИА Новости, Иван Орлов. | РИА Новости",
        "ru | Озёрск, 7 февраля - АиФ. | АиФ",
        "ru | , 09:12 REGNUM Мост через Озёрку открыт | REGNUM",
        "ru | Мост через Озёрку открыт. [Коммерсантъ] | Коммерсантъ",
        "ru | Мост через Озёрку закрыт, - Роспотребнадзор. | Роспотребнадзор",
        "ru | Пресс-служба прокуратуры Озёрска | Пресс-служба прокуратуры Озёрска",
        "ru | «Мост цел», — рассказал он RT. | RT",
        "ru | «Мост цел», — заявил латвиец RT. | RT",
        "ru | «Мост цел», — сказал сенатор «Интерфаксу». | Интерфаксу",
        "ru | «Мост цел», — сказал он во время осмотра «Известиям». | Известиям",
        "ru | «Мост цел»,— сказал господин Орлов (цитата по «РИА Новости»). | РИА Новости",
        "ru | Копия письма есть в распоряжении РИА Новости. | РИА Новости",
        "ru | Мост цел, ответил он на вопрос корреспондента «Интерфакса». | Интерфакса",
        "ru | Опрошенные RT эксперты ждут нового моста. | RT",
        "ru | Мост закроют, выяснил РБК. | РБК",
        "ru | Об этом «Фонтанке» стало известно в пятницу. | Фонтанке",
        "ru | К такому выводу пришёл журнал The National Interest. | The National Interest",
        "ru | Если верить изданию The Mirror, мост закроют. | The Mirror",
        "ru | В докладе МВД Озёрска также говорится о мосте. | МВД Озёрска",
        "ru | Мост опасен, пишет The Washington Lantern. | Washington Lantern",
        "ru | Как уточняли в МВД, мост цел. | МВД",
        "ru | В пресс-службе Минстроя в беседе с корреспондентом сообщили о мосте. | пресс-службе"
            + " Минстроя",
        "ru | По результатам опроса института RiverGov, мост нужен. | института RiverGov",
        "ru | Об этом свидетельствуют данные опроса сервиса «Речник». | сервиса «Речник»",
        "ru | Мост цел, говорится в сообщении Озёрской митрополии Русской церкви. | Озёрской"
            + " митрополии Русской церкви",
        "ru | В заявлении Ватикана говорится о мосте. | Ватикана",
        "ru | Снег растаял, пишет река со ссылкой на Речновости. | Речновости",
        "ru | В пресс-службе Озёрской гильдии пекарей (РОСПиК) сообщили о хлебе. | пресс-службе"
            + " Озёрской гильдии пекарей",
        "en | Trade fell, according to figures announced by Ministry of Commerce. | Ministry of"
            + " Commerce",
        "en | “It makes no difference,” said Rivers to RiverFans. | RiverFans",
        "ru | По информации радиостанции Europe 1, мост цел. | Europe 1",
        "ru | Мост закрыт, сообщает российский информресурс\"НГС55\". | НГС55",
        "en | A survey released Thursday by the Chicago Fed showed a fall. | Chicago Fed",
        "en | The person close to the mayor also told the Times that he was angry. | Times",
        "ru | Мост цел, говорится в тексте, с которым ознакомился RT. | RT",
        "ru | Иван Орлов, независимый эксперт Источник: «Клерк». | Клерк",
        "ru | Мост починят, сообщили в Упрдор “Приозёрье”. | Упрдор “Приозёрье",
        "ru | «Мост цел», – отмечал в прошлом году «Речным комментариям» Орлов. | Речным"
            + " комментариям",
        "ru | «Мост цел», — рассказала АСИ Елена Орлова, президент общества. | АСИ",
        "ru | Ветер до 14 м/с, ИА «Речные новости». | Речные новости",
        "ru | На сайте администрации Озёрска рассказали о мосте. | администрации Озёрска",
        "ru | В министерстве транспорта Озёрска в начале октября сообщили о сроках. | министерстве"
            + " транспорта Озёрска",
        "ru | По данным Озёрского энергетического агентства США, мост старый. | Озёрского"
            + " энергетического агентства США",
        "ru | «Мост цел», — цитирует игрока Riverfootball. | Riverfootball",
        "ru | Мост цел, сообщили телеканалу France 24 «люди, знакомые с ним». | France 24",
        "ru | Об этом сообщает Озёрское агентство новостей. | Озёрское агентство новостей",
        "ru | Об этом сообщает Озёрское агентство. | Озёрское агентство",
        "en | Sales rose, according to data provided by Riverbank. | Riverbank",
        "en | The bridge is safe, the mayor said in a statement issued to the Guardian. | Guardian",
        "en | The plan was obtained by Reuters. | Reuters",
        "en | A River Valley Police statement said the bridge is safe. | River Valley Police",
        "en | A source told The Sun : \"It is safe.\" | The Sun",
        "en | Prices topped all forecasts in a Reuters poll of economists. | Reuters",
        "en | The mayor was quoted as saying by Interfax news agency. | Interfax",
        "en | Economists surveyed by Bloomberg expect a rise. | Bloomberg",
        "en | A new bridge is due, Ann Rivers wrote for The Atlantic. | The Atlantic",
        "en | Britain's Independent reported that he left. | Independent",
        "en | According to Riverbank, sales rose. Meanwhile Riverbank said more. | Riverbank",
        "ru | «Мост цел», — сказал Орлов (цит. по РИА Новости). | РИА Новости",
        "ru | Мост цел, отмечает автор Forbes Иван Орлов. | Forbes",
        "ru | Расследование The Guardian показало, что мост цел. | The Guardian",
        "ru | Комментируя RT слова министра, Орлов вспомнил о мосте. | RT",
        "ru | Агентство ТАСС подтвердило эту информацию. | ТАСС",
        "ru | «Мост цел», — сказал немецкий специалист РИА Новости. | РИА Новости",
        "ru | По данным, опубликованным New York Times, мост цел. | New York Times",
        "ru | Мост цел, сказал Орлов в эфире программы «Речник». | Речник",
        "ru | Мост цел, пишет Sputnik. Латвия далеко. | Sputnik",
        "en | The bridge is safe, via @rivernews | @rivernews",
        "ru | Мост цел, пишет t.me/rechnoy | t.me/rechnoy",
        "ru | Мост цел, пишет vk.com/rechnoy. Вода упала. | vk.com/rechnoy",
        "ru | Мост цел, сообщает @rechnoy@instance.example. | @rechnoy@instance.example",
        "en | The bridge is safe, via @river.bsky.social | @river.bsky.social",
        "ru | В МуПо отметили, что мост цел. | МуПо",
        "ru | По данным разведки Озёрска, мост цел. | разведки Озёрска",
        "ru | Об этом сообщает Озёрская железная дорога. | Озёрская железная дорога",
        "ru | Мост цел, рассказали в ГК \"Речник\". | ГК \"Речник\"",
        "ru | Мост цел, сообщает телеканал bTV. | bTV",
        "en | It is safe, according to Ann Rivers of the Washington Post. | Washington Post",
        "en | It is safe, according to an official trade group, the China Federation of Bridges."
            + " | China Federation of Bridges",
        "en | It is safe, said a commentary in the influential River Sports Daily. | River Sports"
            + " Daily",
        "en | This story was originally published on WRVR. | WRVR",
        "en | He told the Record it was safe. | Record",
        "en | The bridge is safe [via rivernews.com]. | rivernews.com",
        "en | Ars Technica's Ann Rivers reports that the bridge is safe. | Ars Technica",
        "en | Forbes’ Ann Rivers reports: | Forbes",
        "en | The bridge is safe, an AFP journalist reported. | AFP",
        "en | The mayor told the BBC \"it is safe\". | BBC",
        "en | The bridge is safe, as per Sky News. | Sky News",
        "en | An officer independently confirmed the plan to Reuters. | Reuters",
        "en | According to a statement that the office sent to Fox News, it is safe. | Fox News",
        "en | Speaking to Ann Rivers on LBC Radio, he said it is safe. | LBC Radio",
        "en | Asked by the Daily Record, she said it is safe. | Daily Record",
        "en | Doubts were raised by a Bloomberg news report. | Bloomberg",
        "en | The Guardian has seen photos of the bridge. | The Guardian",
        "en | Now the Daily Record can reveal the plan. | Daily Record",
        "en | As Ann Rivers reports for NPR, the bridge is safe. | NPR",
        "en | The bridge is safe, RiverNews reported. | RiverNews",
        "en | The bridge is safe, a spokesman told RiverFans. | RiverFans",
        "en | The River Health Commission reported the average age. | River Health Commission",
        "en | The bridge is safe, she told French broadcaster RTL Wednesday. | RTL",
        "ru | Газета River Post, которая ранее сообщала о мосте, закрылась. | River Post",
        "ru | Пресс-служба озёрских судов, сообщая о мосте, ошиблась. | Пресс-служба озёрских"
            + " судов",
        "ru | Телеканалу Fox News министр рассказал о мосте. | Fox News",
        "ru | Мост строят, пишет в германской Die Welt её корреспондент. | Die Welt",
        "ru | Мост закрыт, говорится 1 ноября в пресс-службе порта Озёрска. | пресс-службе порта"
            + " Озёрска",
        "ru | Рыбаки, с которыми пообщался RT, ждут моста. | RT",
        "ru | Представитель порта подтвердил эти данные Би-би-си. | Би-би-си",
        "ru | Такую статистику обнародовало аналитическое агентство «Речстат». | Речстат",
        "ru | Мост цел, сказал мэр на телеканале «Озеро». | Озеро",
        "ru | В озёрском МИД тогда пояснили, что мост цел. | озёрском МИД",
        "ru | Цены растут, следует из опубликованных в понедельник данных Речного банка. | Речного"
            + " банка",
        "ru | Цены растут, следует из данных Росстата. | Росстата",
        "ru | Но в самом Riverbank сказали, что мост цел. | Riverbank",
        "ru | «Мост цел», — сообщал в конце сентября ВЦИОМ. | ВЦИОМ",
        "ru | Опрос провёл сервис RiverTrip. | сервис RiverTrip",
        "ru | Как отмечала в 1991 году газета The Washington Post, мост стар. | The Washington"
            + " Post",
        "ru | Как сообщили агентству в Верховном суде Озёрска, мост цел. | Верховном суде"
            + " Озёрска",
        "ru | В пресс-службе порта Озёрска, где был пожар, сообщили о мосте. | пресс-службе порта"
            + " Озёрска",
        "ru | В Рособрнадзоре говорят: «Мост цел!» | Рособрнадзоре",
        "ru | Об этом полиция Озёрска сообщила в соцсети. | полиция Озёрска",
        "en | In response to queries from The River Times, the mayor said it is safe. | River"
            + " Times",
        "en | The bridge is safe, Yonhap News Agency said. | Yonhap News Agency",
        "en | Rates rose, according to a survey of forecasts by data provider Riverset. | Riverset",
        "en | As first noted by the Hollywood Reporter, the bridge is safe. | Hollywood Reporter",
        "en | It is safe, according to home information network Riverbank. | Riverbank",
        "en | “It is safe,” says a recent report by the River Commission. | River Commission",
        "en | According to the Riverbank-based Lakewatch, the bridge is old. | Lakewatch",
        "en | The Guardian, which first reported the leak, has seen the files. | The Guardian",
        "en | The Associated Press reports that the bridge is safe. | The Associated Press",
        "en | The bridge is safe, according to the Justice Ministry. | Justice Ministry",
        "en | The bridge is safe, Ann Rivers told The Riverturnal. | Riverturnal",
        "en | ABC 7 reports that the bridge is safe. | ABC 7",
        "en | FOX 11 reported that the bridge is safe. | FOX 11",
        "en | The New York Times originally obtained the letter. | The New York Times",
        "en | NBC Bay Area reported that the bridge is safe. | NBC Bay Area",
        "en | Forbes’ editorial team in Japan have revealed the plan. | Forbes",
        "en | The report by the River Panel on Climate Change underlined it. | River Panel",
        "en | A River Weather Service statement advising people to leave said so. | River Weather"
            + " Service",
        "en | According to a paper written by Ann Rivers and published by the Centre of Bridges, it"
            + " is safe. | Centre of Bridges",
        "ru | «Мост цел», сказал мэр в эфире шоу на телеканале 1+1. | 1+1",
        "ru | Об этом сообщает телеканал 360. | 360",
        "ru | «Мост цел», — говорится в сообщении, распространённом Минстроем. | Минстроем",
        "ru | Об этом сообщили в региональном управлении рыболовства. | региональном управлении"
            + " рыболовства",
        "ru | «Мост цел», — передал Интерфакс слова министра. | Интерфакс",
        "ru | Об этом передал ТАСС источник в полиции. | ТАСС",
        "ru | Водителей обещают в Минтрансе наказать. | Минтрансе",
        "ru | В ежедневной сводке КГКУ «Речник» рассказали о мосте. | КГКУ «Речник»",
        "ru | Как рассказали в Озёрском областном объединении рыбаков, мост цел. | Озёрском"
            + " областном объединении рыбаков"
      })
  void whoATextHasItFromIsNamed(String lang, String sentence, String name) {
    assertThat(Attributions.find(sentence, lang))
        .extracting(Attributions.Found::name)
        .containsExactly(name);
  }

  @Test
  void outletsNamedTogetherAreAllNamed() {
    assertThat(
            Attributions.find(
                "В марте Financial Times, The New York Times и Bloomberg сообщили о мосте.", "ru"))
        .extracting(Attributions.Found::name)
        .containsExactly("Financial Times", "The New York Times", "Bloomberg");
    assertThat(Attributions.find("Источники: River Polls, Речная комиссия Озёрска", "ru"))
        .extracting(Attributions.Found::name)
        .containsExactly("River Polls", "Речная комиссия Озёрска");
    assertThat(Attributions.find("Мост закрыт, передают ТАСС и Reuters.", "ru"))
        .extracting(Attributions.Found::name)
        .containsExactly("ТАСС", "Reuters");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ru | Приговор вынесен, сообщил адвокат, передает После него начались протесты.",
        "ru | Об этом сообщили в пресс-службе ведомства.",
        "ru | «Едем», — сообщил военнослужащий ВСУ Павел.",
        "ru | О концерте он заявил в Instagram.",
        "ru | Эти слова он сказал на Озёрском форуме.",
        "ru | По данным из Озёрской области, мост цел.",
        "ru | По сообщениям из Сеула, мост открыт.",
        "ru | Как сообщил агентству старший офицер полиции Тахир Орлов, мост открыт.",
        "ru | В Кремле эту информацию не подтвердили.",
        "ru | «Мост цел», — заявила ведущая RT.",
        "ru | «Мост цел», — сказал главный редактор РБК.",
        "ru | Пост покинул министр по вопросам «Брексита» Орлов.",
        "ru | Такой вывод содержится в докладе «На краю моста».",
        "ru | © Пресс-служба прокуратуры Озёрска",
        "ru | Фото Ивана Орлова (ТАСС)",
        "ru | Подробнее о мосте — в материале «Ъ».",
        "ru | О внесении моста в базу «Речника» написали все СМИ.",
        "ru | Площадка появилась в Озёрском центре развития.",
        "en | The bridge is safe, according to Ann Riverstone, an attorney in Seattle.",
        "en | According to Riverstone and her colleagues, the bridge is old.",
        "en | Ann Riverstone built it. According to Riverstone, it is safe.",
        "en | It was quoting at Rs 72, up one percent.",
        "en | Prices fell, according to preliminary data on Thursday.",
        "en | He told The Boss of the plan.",
        "en | Police told Sun he could go.",
        "ru | Станция передавала NASA сведения о мосте.",
        "ru | Он заявил в четверг, пишет \"Строить мосты у \"Речного вокзала\" нельзя\".",
        "en | The shows are streamed via the River TV app.",
        "en | Vote via riverprize.com for the bridge.",
        "en | Security firm says the bridge is safe.",
        "en | People reported hearing a blast at the bridge.",
        "en | “The bridge is safe,” the DOJ official explained.",
        "en | The province reported a loss of bridges.",
        "en | One Japanese news report quoted her.",
        "en | The office sought more information from Reuters.com Inc.",
        "ru | Об этом сообщил Озёрскому президент США Иван Орлов.",
        "ru | «Мост цел», — цитирует Озёрского издание.",
        "ru | По информации Озёрского войска отошли.",
        "ru | По словам Озёрского агентство закрыто.",
        "ru | Об этом он сообщил Госдуме в четверг.",
        "ru | Мэр сообщил Минстрою, что мост закрыт.",
        "ru | Он заявил об этом в Совете Федерации.",
        "ru | Юрист ФБК Иван Орлов сообщил, что решение обжалуют.",
        "ru | Соседи заверили Озёрск в поддержке.",
        "ru | Riverbank передала Lakebank восемь мостов.",
        "ru | Жители надеются на Минтранс.",
        "ru | Дети рассчитывают на «Речник».",
        "ru | Он стал чемпионом мира по версии WBC.",
        "ru | «Я вкладываю в людей», — заявил изданию Орлов.",
        "ru | Многие говорят «Орлов» или «Орлев».",
        "ru | Следы указывают на «Речников».",
        "ru | В Озёрном плохое состояние моста объяснили погодой.",
        "ru | В министерстве особо подчеркнули, что мост цел.",
        "ru | Мэр выступил относительно издания The New York Times.",
        "ru | По информации британского журналиста Ивана Орлика, мост цел.",
        "ru | Основатель Gulagu.net утверждал, что мост цел.",
        "en | The engineering company RiverX has reported reduced third quarter sales.",
        "en | It violated her rights according to the Canadian Charter of Rights and Freedoms.",
        "ru | Пресс-служба клуба отметила, что мост цел.",
        "ru | Учитель отмечал «Такие мосты будут на экзамене»?",
        "en | It will be looked at by the Riverbank Authority (RBA). Reports suggest a sale.",
        "ru | «Мост цел», — написал @00Author87 в своём микроблоге.",
        "en | One priest in Riverland reported that the demand had risen.",
        "en | The firm fell short of Wall Street estimates for revenue.",
        "en | Boeing spokesman Gordon Riverstone in an emailed statement said so.",
        "en | I think we know that McRivers found that the bridge is old.",
        "ru | «Мост цел», — рассказала редактор проекта Анна Орлова.",
        "ru | Совещание Россия — НАТО в декабре, сообщил глава министерства.",
        "en | According to the Ministry, the bridge is safe.",
        "en | The plan, according to Riverbankian authorities, failed.",
        "en | It is safe, according to Riverbank Police Chief Robert Rivers.",
        "en | River Asset company is also understood to have put in a bid.",
        "en | That was the point, according to Momo, who said he left.",
        "en | The bridge, according to Riveyana, she has never seen.",
        "en | The Ann Rivers story illustrates how bridges fall.",
        "en | According to the United States bridges map, most of them are old.",
        "ru | Дело о мосте передали в следственный отдел СК по Озёрску.",
        "ru | О мосте сообщили в областную прокуратуру Озёрска.",
        "ru | О мосте сообщили в Министерство обороны.",
        "ru | Полицейские раскрыли в Минтрансе схему хищений.",
        "ru | Гостей ожидают в аэропорту Озёрный.",
        "ru | Прогноз по индексу S&P 500 снизился.",
        "ru | Ведомство сообщило, что мост цел.",
        "en | A report published by the Government said it is safe."
      })
  void whatIsNoNameIsNone(String lang, String sentence) {
    assertThat(Attributions.find(sentence, lang)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "«Мост цел», — говорится в документе RIVCOM. | RIVCOM",
        "В отчёте ОЗМА отмечено, что мост цел. | ОЗМА"
      })
  void aNameThatNoFrameFitsIsJudgedByWhatStandsAroundIt(String sentence, String name) {
    assertThat(Attributions.find(sentence, "ru"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.name()).isEqualTo(name);
              assertThat(found.nameSpan().of(sentence)).isEqualTo(name);
              assertThat(found.line()).isFalse();
            });
  }
}
