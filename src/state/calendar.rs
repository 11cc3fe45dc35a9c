//! The days of follow-up as a calendar file: whole days, private, and without a word of what is followed up, since
//! calendars are shared.
//!
//! Pure. Knows nothing of downloads.

use crate::assessment::PlanItem;
use crate::scalar::is_likely_date;
use chrono::{DateTime, NaiveDate, Utc};
use icalendar::{Calendar, Class, Component, Event, EventLike};

/// A calendar with an event on each day of follow-up, each day once; `None` where there is no such day. `title` is what the
/// events are called, `now` the time at which the file is made.
pub fn write(plan: &[PlanItem], title: &str, now: &str) -> Option<String> {
    let made = DateTime::parse_from_rfc3339(now).ok()?.with_timezone(&Utc);
    let mut days: Vec<NaiveDate> = plan.iter().filter_map(day).collect();
    days.sort_unstable();
    days.dedup();
    let event = |day: &NaiveDate| {
        let id = format!("{}-{day}@rokade", made.format("%Y%m%dT%H%M%SZ"));
        Event::new().uid(&id).timestamp(made).summary(title).starts(*day).class(Class::Private).done()
    };
    let events: Vec<Event> = days.iter().map(event).collect();
    (!events.is_empty()).then(|| Calendar::from_iter(events).to_string())
}

/// Whether there is a day of follow-up.
pub fn has_days(plan: &[PlanItem]) -> bool {
    plan.iter().filter_map(|item| item.follow_up.as_deref()).any(is_likely_date)
}

fn day(item: &PlanItem) -> Option<NaiveDate> {
    let day = item.follow_up.as_deref().filter(|day| is_likely_date(day))?;
    NaiveDate::parse_from_str(day, "%Y-%m-%d").ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agreement(follow_up: Option<&str>) -> PlanItem {
        let follow_up = follow_up.map(Into::into);
        PlanItem { goal: "Planning".into(), activity: "The board".into(), follow_up, ..PlanItem::default() }
    }

    #[test]
    fn each_day_is_whole_private_and_says_nothing_of_the_plan() {
        let plan =
            [Some("2026-12-31"), None, Some("2027-03-01"), Some("2026-12-31"), Some("0001-01-01")].map(agreement);
        let calendar = write(&plan, "Opfølgning", "2026-11-27T09:30:00Z").unwrap();
        let lines: Vec<&str> = calendar.lines().collect();
        let those =
            |start: &str| -> Vec<&str> { lines.iter().copied().filter(|line| line.starts_with(start)).collect() };
        assert_eq!(those("DTSTART"), ["DTSTART;VALUE=DATE:20261231", "DTSTART;VALUE=DATE:20270301"]);
        assert!(those("DTEND").is_empty(), "a date without an end is one whole day");
        assert_eq!(those("CLASS"), ["CLASS:PRIVATE"; 2]);
        assert_eq!(those("SUMMARY"), ["SUMMARY:Opfølgning"; 2]);
        assert_eq!(those("DTSTAMP"), ["DTSTAMP:20261127T093000Z"; 2]);
        assert!(!calendar.contains("Planning") && !calendar.contains("board"), "{calendar}");
        assert!(calendar.contains("\r\n"), "{calendar:?}");
    }

    #[test]
    fn without_a_day_there_is_no_calendar() {
        assert_eq!(write(&[agreement(None)], "Opfølgning", "2026-11-27T09:30:00Z"), None);
    }
}
