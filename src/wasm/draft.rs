//! Drafts a description: the package's `draft`.

use js_sys::{Array, JSON};
use wasm_bindgen::prelude::*;

use crate::DraftOptions;
use crate::tags::TagPatterns;
use crate::version::Version;
use crate::wasm::{package, read_policy, value};

/// Drafts a description in the format from an old one, in which versions stand in words. `issue` is what `validate`
/// takes.
///
/// # Errors
/// Throws an `Error` that names the wrong member if `issue` or `options` do not have their format, and one that lists
/// every mistake in the policy.
#[wasm_bindgen(unchecked_return_type = "DraftAnswer")]
pub fn draft(
    #[wasm_bindgen(unchecked_param_type = "Issue")] issue: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "DraftOptions | null")] options: &JsValue,
) -> Result<JsValue, JsError> {
    let issue = package::issue(issue).map_err(|error| JsError::new(&error))?;
    if !value::is_absent(options) && !options.is_object() {
        return Err(JsError::new("`options` is not an object"));
    }
    let policy =
        read_policy(&value::member(options, "policy")).map_err(|error| JsError::new(&error))?;
    let releases = releases(&value::member(options, "releases"), &policy.tags)?;
    let repository = value::member(options, "repository");
    let name = value::string(&repository);
    if name.is_none() && !value::is_absent(&repository) {
        return Err(JsError::new("`repository` is not a string"));
    }
    let options = DraftOptions {
        policy: &policy,
        releases: releases.as_deref(),
        repository: name.as_deref(),
    };
    JSON::parse(&crate::draft(&issue, &options).to_json())
        .map_err(|_| JsError::new("internal error: the answer is not JSON"))
}

/// The tags that are versions.
fn releases(tags: &JsValue, patterns: &TagPatterns) -> Result<Option<Vec<Version>>, JsError> {
    if value::is_absent(tags) {
        return Ok(None);
    }
    if !Array::is_array(tags) {
        return Err(JsError::new("`releases` is not an array"));
    }
    let mut releases = Vec::new();
    for tag in Array::from(tags).iter() {
        let Some(tag) = value::string(&tag) else {
            return Err(JsError::new("`releases` holds something that is not a string"));
        };
        releases.extend(patterns.version(&tag));
    }
    Ok(Some(releases))
}
