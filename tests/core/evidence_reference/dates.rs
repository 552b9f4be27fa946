//! Moments, in seconds since 1970.

/// Reads `YYYY-MM-DD` and `YYYY-MM-DDTHH:MM:SSZ`, in UTC; a day alone is its first second.
pub(crate) fn seconds(text: &str) -> i64 {
    let mut numbers = text.split(['-', 'T', ':', 'Z']).filter_map(|part| part.parse().ok());
    let mut next = || numbers.next().unwrap_or(0);
    let (year, month, day) = (next(), next(), next());
    day_of(year, month, day) * 86_400 + next() * 3600 + next() * 60 + next()
}

/// The same time of day some calendar months later; the last day of a month that is too short.
pub(crate) fn months_later(text: &str, months: i64) -> i64 {
    let mut numbers = text.split(['-', 'T']).filter_map(|part| part.parse::<i64>().ok());
    let mut next = || numbers.next().unwrap_or(0);
    let (year, month, day) = (next(), next(), next());
    let all = year * 12 + month - 1 + months;
    let (later_year, later_month) = (all / 12, all % 12 + 1);
    let day_after = day_of((all + 1) / 12, (all + 1) % 12 + 1, 1);
    let last = day_after - day_of(later_year, later_month, 1);
    let time = seconds(text) - day_of(year, month, day) * 86_400;
    day_of(later_year, later_month, day.min(last)) * 86_400 + time
}

/// `YYYY-MM-DDTHH:MM:SSZ`.
pub(crate) fn written(moment: i64) -> String {
    let (mut day, time) = (moment.div_euclid(86_400), moment.rem_euclid(86_400));
    let mut year = 1970;
    while day_of(year + 1, 1, 1) <= day {
        year += 1;
    }
    let month = (1..=12).rfind(|month| day_of(year, *month, 1) <= day).unwrap_or(1);
    day -= day_of(year, month, 1) - 1;
    let (hour, minute, second) = (time / 3600, time / 60 % 60, time % 60);
    format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}

/// Days from 1970-01-01 to a day.
fn day_of(year: i64, month: i64, day: i64) -> i64 {
    let is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let before = year - 1;
    let leap_days = before / 4 - before / 100 + before / 400;
    let months = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    let of_year = months[usize::try_from(month - 1).unwrap()] + i64::from(is_leap && month > 2);
    before * 365 + leap_days + of_year + day - 1 - 719_162
}
