//! Reads the issues of a repository, page by page.

use crate::github::query::{Page, Query};
use crate::known_issues::collection::incremental::Holds;
use crate::known_issues::dump::{Dump, DumpIssue, RepositoryDump};
use crate::report_action::answer;
use crate::report_action::backoff::Backoff;
use crate::report_action::inputs::ReportRequest;
use crate::report_action::queries;
use crate::report_action::tracking_issue;
use crate::report_action::world::{MOST_READINGS, SeenCursors, Stop, World, changed, distrust};
use crate::text::quote::code;

/// The issues of a repository.
pub(super) struct Issues {
    pub(super) repository: String,
    /// Only issues that changed since are read; `None` means all.
    pub(super) since: Option<String>,
    after: Option<String>,
    cursors: SeenCursors,
    pub(super) read: usize,
    pub(super) total: u64,
    /// The results of earlier complete readings: how many issues were read, and how many GitHub counted.
    readings: Vec<(u64, u64)>,
    /// Issues of the earlier report that are read again, once the changes are read.
    pub(super) sample: Option<Vec<u64>>,
}

impl Issues {
    pub(super) fn of(repository: &str, since: Option<&str>) -> Self {
        Self {
            repository: repository.to_owned(),
            since: since.map(str::to_owned),
            after: None,
            cursors: SeenCursors::default(),
            read: 0,
            total: 0,
            readings: Vec::new(),
            sample: None,
        }
    }

    /// The query for the next page, or for issues of the sample.
    pub(super) fn query(&self, backoff: &Backoff) -> Query {
        let size = backoff.size(queries::PAGE);
        match &self.sample {
            Some(numbers) => queries::sampled_issues(&self.repository, at_once(numbers, size)),
            None => queries::issues(&self.page(size), self.since.as_deref()),
        }
    }

    fn page(&self, size: usize) -> Page<'_> {
        Page { repository: &self.repository, size, after: self.after.as_deref() }
    }

    pub(super) fn take(
        &mut self,
        body: &str,
        backoff: &Backoff,
        world: &mut World<'_>,
    ) -> Result<bool, Stop> {
        if self.sample.is_some() {
            return self.take_sample(body, backoff.size(queries::PAGE), world);
        }
        let page: answer::IssuePage = answer::repository(body)
            .map_err(|fault| fault.stop(&self.repository, "issues", "issues"))?;
        self.check_name(&page.name_with_owner)?;
        self.total = page.all.total_count;
        let (end, has_more) = page.issues.end();
        let count = page.issues.nodes.len();
        self.read += count;
        let dump = RepositoryDump {
            name: self.repository.clone(),
            default_branch: page.default_branch_ref.map(|branch| branch.name),
            ..RepositoryDump::default()
        };
        let mut added = world.collection.add(Dump { repositories: vec![dump], ..Dump::default() });
        for issue in page.issues.nodes {
            added = added.and(self.add(issue, world));
        }
        added.map_err(Stop::Failure)?;
        self.cursors.check(has_more, count, end.as_deref())?;
        self.after = end.or(self.after.take());
        if has_more || !self.check_count(count, world)? {
            return Ok(false);
        }
        if self.since.is_none() {
            return Ok(true);
        }
        self.sample = Some(world.sample_issues(&self.repository));
        Ok(self.check_sample(world))
    }

    fn add(&self, issue: answer::FetchedIssue, world: &mut World<'_>) -> Result<(), String> {
        let holds = self.holds(&issue, world.settings);
        world.collection.add_fetched(&self.repository, DumpIssue::from(issue), holds)
    }

    /// Reads issues of the sample. An issue that GitHub does not have differs from the earlier report.
    fn take_sample(
        &mut self,
        body: &str,
        size: usize,
        world: &mut World<'_>,
    ) -> Result<bool, Stop> {
        let numbers = self.sample.take().unwrap_or_default();
        let asked = at_once(&numbers, size);
        let found = answer::sampled_issues(body, asked.len());
        self.sample = Some(numbers.get(asked.len()..).unwrap_or_default().to_vec());
        let found = found.map_err(|fault| {
            self.sample = Some(numbers.clone());
            fault.stop(&self.repository, "issues", "issues")
        })?;
        for (number, issue) in asked.iter().zip(found) {
            match issue {
                Some(issue) => self.add(issue, world).map_err(Stop::Failure)?,
                None => world.collection.lacks_issue(&self.repository, *number),
            }
        }
        self.read += asked.len();
        Ok(self.check_sample(world))
    }

    /// Checks that GitHub says what the earlier report says. If not, that report is not used, and all is read again.
    fn check_sample(&mut self, world: &mut World<'_>) -> bool {
        let Some(why) = world.collection.drop_doubtful(&self.repository) else {
            return self.sample.as_ref().is_none_or(Vec::is_empty);
        };
        world.notes.push(distrust(&self.repository, &why));
        *self = Self::of(&self.repository, None);
        false
    }

    /// Whether an issue's description contains a report. Changes of a report are not changes of the issue.
    fn holds(&self, issue: &answer::FetchedIssue, settings: &ReportRequest) -> Holds {
        let is_own = self.repository.eq_ignore_ascii_case(&settings.own);
        if is_own && settings.tracking_issue == Some(issue.number()) {
            Holds::Report
        } else if tracking_issue::has_marker(&issue.body) {
            Holds::Marker
        } else {
            Holds::Nothing
        }
    }

    /// Checks that the repository has not been renamed, because links must lead to the issues.
    fn check_name(&mut self, name: &str) -> Result<(), Stop> {
        if !name.eq_ignore_ascii_case(&self.repository) {
            return Err(Stop::Failure(format!(
                "the repository `{}` is now called {}: write that in the input `repositories`",
                self.repository,
                code(name)
            )));
        }
        name.clone_into(&mut self.repository);
        Ok(())
    }

    /// Checks that as many issues are known as GitHub counts. Deleted and transferred issues are not in a list of
    /// changes, and issues that changed their place during the reading may have been skipped.
    fn check_count(&mut self, last: usize, world: &mut World<'_>) -> Result<bool, Stop> {
        let known = world.collection.count_issues(&self.repository);
        if known == self.total {
            return Ok(true);
        }
        if known < self.total && last > 0 {
            return Ok(false);
        }
        if self.since.take().is_none() {
            let reading = (known, self.total);
            if self.readings.contains(&reading) {
                world.notes.push(format!(
                    "{}: GitHub counts {} issues but lists only {known}, in two readings: the report covers those",
                    self.repository, self.total
                ));
                return Ok(true);
            }
            self.readings.push(reading);
        }
        if self.readings.len() >= MOST_READINGS {
            return Err(Stop::Failure(changed(&self.repository, "issues")));
        }
        world.collection.forget_issues(&self.repository);
        (self.after, self.read) = (None, 0);
        self.cursors.clear();
        Ok(false)
    }
}

/// The issues of the sample that are asked for at once.
fn at_once(numbers: &[u64], size: usize) -> &[u64] {
    numbers.get(..size).unwrap_or(numbers)
}
