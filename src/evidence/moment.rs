//! Arithmetic on dates of the form `YYYY-MM-DDTHH:MM:SSZ`, which compare as text.

/// Whether `date` is more than an hour after `other`; not, where one of them is no date.
pub(super) fn is_more_than_an_hour_after(date: &str, other: &str) -> bool {
    let difference = seconds(date).zip(seconds(other)).map(|(date, other)| date - other);
    difference.is_some_and(|difference| difference > 3600)
}

/// The same time of day, `months` later by the calendar, or on the last day of a shorter month.
pub(super) fn months_after(date: &str, months: u32) -> Option<String> {
    let (day, time) = date.split_at_checked(10)?;
    let [year, month, day] = numbers(day, '-')?;
    let total = year * 12 + month - 1 + i64::from(months);
    let (year, month) = (total.div_euclid(12), total.rem_euclid(12) + 1);
    let day = day.min(length(year, month));
    Some(format!("{year:04}-{month:02}-{day:02}{time}"))
}

/// Seconds since the year 0.
fn seconds(date: &str) -> Option<i64> {
    let (day, time) = date.strip_suffix('Z')?.split_once('T')?;
    let ([year, month, day], [hours, minutes, seconds]) = (numbers(day, '-')?, numbers(time, ':')?);
    let months: i64 = (1..month).map(|month| length(year, month)).sum();
    // Leap days of the years before this one; the year 0 has one.
    let leap_days = (year + 3) / 4 - (year + 99) / 100 + (year + 399) / 400;
    let days = year * 365 + leap_days + months + day;
    Some(((days * 24 + hours) * 60 + minutes) * 60 + seconds)
}

/// Three numbers of at most four digits.
fn numbers(text: &str, separator: char) -> Option<[i64; 3]> {
    let mut parts = text.split(separator).map(|part| {
        let is_number = part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
        is_number.then(|| part.parse().ok()).flatten()
    });
    let numbers = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(numbers)
}

/// How many days a month has.
const fn length(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_passes_over_every_boundary() {
        for (date, other, expected) in [
            ("2018-03-19T13:00:00Z", "2018-03-19T12:00:00Z", false),
            ("2018-03-19T13:00:01Z", "2018-03-19T12:00:00Z", true),
            ("2018-01-01T00:30:00Z", "2017-12-31T23:30:00Z", false),
            ("2018-01-01T00:30:01Z", "2017-12-31T23:30:00Z", true),
            ("2020-03-01T00:30:00Z", "2020-02-29T23:30:00Z", false),
            ("2000-03-01T00:30:00Z", "2000-02-28T23:30:00Z", true),
            ("2101-01-01T00:30:00Z", "2100-12-31T23:30:00Z", false),
            ("2001-01-01T00:30:00Z", "2000-12-31T23:30:00Z", false),
            ("2018-03-19T11:00:00Z", "2018-03-19T12:00:00Z", false),
            ("soon", "2018-03-19T12:00:00Z", false),
        ] {
            assert_eq!(is_more_than_an_hour_after(date, other), expected, "{date} {other}");
        }
    }

    #[test]
    fn months_end_where_they_must() {
        for (date, months, expected) in [
            ("2017-12-15T12:00:00Z", 3, "2018-03-15T12:00:00Z"),
            ("2017-11-30T12:00:00Z", 3, "2018-02-28T12:00:00Z"),
            ("2019-11-30T12:00:00Z", 3, "2020-02-29T12:00:00Z"),
            ("2017-01-31T12:00:00Z", 0, "2017-01-31T12:00:00Z"),
        ] {
            assert_eq!(months_after(date, months).as_deref(), Some(expected));
        }
        assert_eq!(months_after("soon", 3), None);
    }
}
