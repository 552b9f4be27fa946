//! Dates as GitHub and git write them → one spelling, and the days between two dates. Reads no clock.

/// A date in UTC, `YYYY-MM-DDTHH:MM:SSZ`, so that comparing texts compares times. A day without a time means its
/// first second. `None` if the text is not a date.
pub(crate) fn normal(text: &str) -> Option<String> {
    let text = text.trim();
    let (date, time) = text.split_at_checked(10)?;
    let days = days(date)?;
    let seconds = if time.is_empty() { 0 } else { seconds(time)? };
    of(days * 86_400 + seconds)
}

/// The same for a number of seconds since 1970-01-01.
pub(crate) fn of(total: i64) -> Option<String> {
    let (days, rest) = (total.div_euclid(86_400), total.rem_euclid(86_400));
    let (year, month, day) = civil(days);
    let mut shown = String::with_capacity("YYYY-MM-DDTHH:MM:SSZ".len());
    let parts = [(year / 100, ""), (year % 100, "-"), (month, "-"), (day, "T")];
    let clock = [(rest / 3600, ":"), (rest / 60 % 60, ":"), (rest % 60, "Z")];
    for (number, behind) in parts.into_iter().chain(clock) {
        shown.push(digit(number / 10)?);
        shown.push(digit(number % 10)?);
        shown.push_str(behind);
    }
    Some(shown)
}

/// `None` for years before 0 and after 9999.
fn digit(number: i64) -> Option<char> {
    char::from_digit(u32::try_from(number).ok()?, 10)
}

/// Whole calendar days from one date to another; 0 if the second is not after the first.
#[cfg(feature = "report")]
pub(crate) fn days_between(from: &str, to: &str) -> u64 {
    let day = |text: &str| text.get(..10).and_then(days).unwrap_or_default();
    u64::try_from(day(to) - day(from)).unwrap_or_default()
}

/// The date some days before another one, at the same time of day.
pub(crate) fn days_before(date: &str, days: u64) -> Option<String> {
    let (day, time) = date.split_at_checked(10)?;
    let (year, month, day) = civil(self::days(day)? - i64::try_from(days).ok()?);
    normal(&format!("{year:04}-{month:02}-{day:02}{time}"))
}

/// Days since 1970-01-01 of `YYYY-MM-DD`.
fn days(date: &str) -> Option<i64> {
    let (year, rest) = date.split_once('-')?;
    let (month, day) = rest.split_once('-')?;
    let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
    let days = days_of(year, month, day);
    // A day that does not exist, such as the 31st of April, comes back as another day.
    (civil(days) == (year, month, day)).then_some(days)
}

/// Seconds of `THH:MM:SS[.f…]` and `Z` or `±HH:MM`, from the start of the day in UTC.
fn seconds(time: &str) -> Option<i64> {
    let (clock, zone) = time.strip_prefix(['T', 't', ' '])?.split_at_checked(8)?;
    let mut parts = clock.split(':');
    let mut part =
        |most| parts.next().and_then(|part| number(part, 2)).filter(|part| *part <= most);
    // A leap second counts as the second after it.
    let seconds = part(23)? * 3600 + part(59)? * 60 + part(60)?;
    let fraction = |character: char| character == '.' || character.is_ascii_digit();
    let zone = if zone.starts_with('.') { zone.trim_start_matches(fraction) } else { zone };
    Some(seconds - offset(zone)?)
}

/// How many seconds a time zone is ahead of UTC.
fn offset(zone: &str) -> Option<i64> {
    if zone.eq_ignore_ascii_case("z") {
        return Some(0);
    }
    let sign = if zone.starts_with('-') { -1 } else { 1 };
    let (hours, minutes) = zone.strip_prefix(['+', '-'])?.split_once(':')?;
    Some(sign * (number(hours, 2)? * 3600 + number(minutes, 2)? * 60))
}

fn number(digits: &str, length: usize) -> Option<i64> {
    let is_number = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().ok()).flatten()
}

/// Days since 1970-01-01. Years start in March, so that the leap day is the last day of a year.
fn days_of(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month and day of a day since 1970-01-01.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let years = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * years + years / 4 - years / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (era * 400 + years + i64::from(month <= 2), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_github_and_git_write() {
        for (text, expected) in [
            ("2017-04-19T22:51:38Z", "2017-04-19T22:51:38Z"),
            ("2017-04-19", "2017-04-19T00:00:00Z"),
            ("2017-04-19T22:51:38.123Z", "2017-04-19T22:51:38Z"),
            ("2017-12-31T23:30:00-02:00", "2018-01-01T01:30:00Z"),
            ("2024-02-29 00:00:00+00:30", "2024-02-28T23:30:00Z"),
        ] {
            assert_eq!(normal(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_date() {
        for text in [
            "",
            "soon",
            "2017-04-31",
            "2023-02-29",
            "2017-4-1",
            "2017-04-19T25:00:00Z",
            "2017-04-19Z",
            "２０17-04-1",
        ] {
            assert_eq!(normal(text), None, "{text}");
        }
    }

    #[test]
    fn counts_days() {
        assert_eq!(days_between("2024-02-28T23:59:59Z", "2024-03-01T00:00:00Z"), 2);
        assert_eq!(days_between("1999-12-31T00:00:00Z", "2000-12-31T00:00:00Z"), 366);
        assert_eq!(days_between("2024-03-01T00:00:00Z", "2024-02-28T00:00:00Z"), 0);
        let before = days_before("2024-03-02T10:00:00Z", 7);
        assert_eq!(before.as_deref(), Some("2024-02-24T10:00:00Z"));
    }
}
