//! Makes tables from `action.yml`. It reads only the simple YAML of that file: two spaces a level, one line a value.

use std::fmt::Write;

use crate::Outcome;

/// The table of the inputs.
pub(crate) fn inputs(action: &str) -> Outcome<String> {
    let mut table = "| input | default | what it is |\n|---|---|---|\n".to_owned();
    for member in members(action, "inputs")? {
        let default = match member.value("default")?.as_str() {
            "" => String::new(),
            default => format!("`{default}`"),
        };
        let (name, description) = (&member.name, member.value("description")?);
        let _ = writeln!(table, "| `{name}` | {default} | {description} |");
    }
    Ok(table)
}

/// The table of the outputs.
pub(crate) fn outputs(action: &str) -> Outcome<String> {
    let mut table = "| output | what it is |\n|---|---|\n".to_owned();
    for member in members(action, "outputs")? {
        let _ = writeln!(table, "| `{}` | {} |", member.name, member.value("description")?);
    }
    Ok(table)
}

/// A member of a mapping, with the lines of its members.
struct Member<'a> {
    name: &'a str,
    lines: Vec<&'a str>,
}

impl Member<'_> {
    /// A value without quotes, with bars escaped for a table cell.
    fn value(&self, key: &str) -> Outcome<String> {
        let value =
            self.lines.iter().find_map(|line| line.trim().strip_prefix(key)?.strip_prefix(": "));
        let value = value.ok_or_else(|| format!("action.yml: `{}` has no `{key}`", self.name))?;
        // Strings in double quotes are the same in YAML and JSON here.
        let text =
            if value.starts_with('"') { serde_json::from_str(value)? } else { value.to_owned() };
        Ok(text.replace('|', "\\|"))
    }
}

fn members<'a>(action: &'a str, section: &str) -> Outcome<Vec<Member<'a>>> {
    let mut lines = action.lines().skip_while(|line| line.strip_suffix(':') != Some(section));
    lines.next().ok_or_else(|| format!("action.yml has no `{section}:`"))?;
    let mut members: Vec<Member<'a>> = Vec::new();
    for line in lines.take_while(|line| line.is_empty() || line.starts_with(' ')) {
        match (line.strip_prefix("  ").and_then(|line| line.strip_suffix(':')), members.last_mut())
        {
            (Some(name), _) if !name.starts_with(' ') => {
                members.push(Member { name, lines: Vec::new() });
            }
            (_, Some(member)) => member.lines.push(line),
            _ => return Err(format!("action.yml: `{line}` belongs to nothing").into()),
        }
    }
    Ok(members)
}
