package letopis.crawl.visit;

import java.time.Clock;
import letopis.archive.WarcArchive;
import letopis.crawl.report.CrawlReport;
import letopis.crawl.spool.Journal;
import letopis.fetch.Fetcher;
import letopis.index.Indices;
import letopis.parse.source.SourceReader;
import letopis.sources.CrawlerSettings;
import letopis.sources.Secrets;

/// What a crawler is made of.
///
/// @param owner name of this process, which no other has: [Journal#owner]
/// @param archive what is written there is safe from the end of this process
/// @param journal of this process
public record CrawlParts(
    String owner,
    Fetcher fetcher,
    WarcArchive archive,
    Journal journal,
    SourceReader sourceReader,
    Indices indices,
    CrawlerSettings settings,
    Secrets secrets,
    CrawlReport report,
    Clock clock) {}
