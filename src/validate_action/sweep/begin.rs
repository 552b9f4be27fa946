//! What a sweep starts from.

use crate::text::date;
use crate::validate_action::event::{Event, Payload};
use crate::validate_action::settings::ValidateSettings;
use crate::validate_action::sweep::policy_reading::PolicyReading;

/// How far back an update makes a sweep look at an issue that has none of the labels, in seconds: 90 days.
const LOOKS_BACK: i64 = 90 * 86_400;

/// The event and the inputs as read.
pub(super) struct Beginning {
    /// What every run about an issue starts from.
    pub(super) base: Event,
    pub(super) settings: ValidateSettings,
    pub(super) policy: PolicyReading,
    /// The date before which unlabelled issues are not looked at; `None` to look at all.
    pub(super) since: Option<String>,
    /// Why there can be no sweep.
    pub(super) failure: Vec<String>,
}

/// Reads the event that started a sweep at `now`, in milliseconds since 1970.
pub(super) fn read(event: &Event, now: f64) -> Beginning {
    let mut failure = Vec::new();
    let mut settings = ValidateSettings::read(&event.inputs).unwrap_or_else(|message| {
        failure.push(message);
        ValidateSettings::default()
    });
    settings.is_part_of_sweep = true;
    let policy = PolicyReading::of(event);
    let base = Event {
        repository: event.repository.clone(),
        inputs: event.inputs.clone(),
        now: event.now.clone(),
        has_token: true,
        payload: Payload::default(),
        ..Event::default()
    };
    let since = if event.name == "workflow_dispatch" { None } else { before(now) };
    Beginning { base, settings, policy, since, failure }
}

/// The date before which unlabelled issues are not looked at.
fn before(now: f64) -> Option<String> {
    #[expect(clippy::cast_possible_truncation, reason = "a clock is far from the limits")]
    let seconds = (now / 1000.0) as i64;
    date::of(seconds - LOOKS_BACK)
}
