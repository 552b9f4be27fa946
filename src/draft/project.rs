//! Whose version a line names: the names of the project, and its binaries.

use crate::format::tags::TagPatterns;
use crate::format::template::HeldThings;
use crate::policy::Policy;

/// The names of the project that an issue is about, in lower case.
#[derive(Debug)]
pub(super) struct Project {
    names: Vec<String>,
    /// The binaries of the policy, else of the project's preset.
    binaries: Vec<String>,
    /// The repository, `owner/name`.
    repository: Option<String>,
    /// Whether labels tell the binary, as Kubernetes' do.
    is_kubernetes: bool,
    /// How versions are written.
    tags: TagPatterns,
    /// Whether a section asks for binaries, and whether one asks for pull requests.
    asks: [bool; 2],
}

const KUBERNETES: &str = "kubernetes/kubernetes";

/// The binaries of projects that are known by their repository. An issue whose repository is not known is
/// Kubernetes', like the default policy.
const PRESETS: &[(&str, &str)] = &[
    (
        KUBERNETES,
        "apiextensions-apiserver cloud-controller-manager hyperkube kube-aggregator kube-apiserver \
         kube-controller-manager kube-proxy kube-scheduler kubeadm kubectl kubelet mounter",
    ),
    ("cockroachdb/cockroach", "cockroach"),
    ("etcd-io/etcd", "etcd"),
];

/// Labels that tell which of Kubernetes' binaries an issue is about.
const LABELS: &[(&str, &str)] = &[
    ("area/apiserver", "kube-apiserver"),
    ("area/kube-proxy", "kube-proxy"),
    ("area/kubeadm", "kubeadm"),
    ("area/kubectl", "kubectl"),
    ("area/kubelet", "kubelet"),
    ("sig/cli", "kubectl"),
    ("sig/scheduling", "kube-scheduler"),
];

impl Project {
    /// `text` is the description, which shows what the project calls itself.
    pub(super) fn new(policy: &Policy, repository: Option<&str>, text: &str) -> Self {
        let repository = repository.map(str::to_ascii_lowercase);
        // A policy with another template is another project's.
        let unknown = if policy.has_own_template() { "" } else { KUBERNETES };
        let known = repository.as_deref().unwrap_or(unknown);
        let (owner, name) = known.split_once('/').unwrap_or((known, known));
        let mut names = vec![name.to_owned()];
        // Where the text calls the project by its repository's name, the owner's name is another project.
        let is_same = stem(owner) == stem(name);
        if is_same || !text.to_ascii_lowercase().contains(name) {
            names.extend([owner.to_owned(), stem(owner).to_owned()]);
        }
        names.extend(policy.name.clone());
        if known == KUBERNETES {
            names.push("k8s".to_owned());
        }
        let preset = PRESETS.iter().find(|(preset, _)| *preset == known);
        let mut binaries = Vec::new();
        if let Some(listed) = &policy.binaries {
            binaries.extend(listed.iter().map(|name| name.to_ascii_lowercase()));
        } else {
            let listed = preset.map_or("", |(_, binaries)| *binaries);
            binaries.extend(listed.split_whitespace().map(str::to_owned));
        }
        let is_kubernetes = known == KUBERNETES;
        let asks = [HeldThings::Binaries, HeldThings::PullRequests]
            .map(|held| policy.sections.holding(held).is_some());
        Self { names, binaries, repository, is_kubernetes, tags: policy.tags.clone(), asks }
    }

    /// How versions are written.
    pub(super) const fn tags(&self) -> &TagPatterns {
        &self.tags
    }

    /// Whether a section asks for these.
    pub(super) const fn asks(&self, held: HeldThings) -> bool {
        let [binaries, pull_requests] = self.asks;
        match held {
            HeldThings::Binaries => binaries,
            HeldThings::PullRequests => pull_requests,
        }
    }

    /// Whether a word names this project or one of its binaries.
    pub(super) fn is_own(&self, word: &str) -> bool {
        let is_one = |name: &String| {
            let rest = word.strip_prefix(name.as_str());
            !name.is_empty() && rest.is_some_and(|rest| matches!(rest, "" | "db" | "d"))
        };
        self.names.iter().any(is_one) || self.binaries.iter().any(is_one)
    }

    /// The binary with this name.
    pub(super) fn binary(&self, word: &str) -> Option<&str> {
        self.binaries.iter().find(|name| *name == word).map(String::as_str)
    }

    /// The binary of a project that has only one.
    pub(super) fn only_binary(&self) -> Option<&str> {
        if let [name] = self.binaries.as_slice() { Some(name) } else { None }
    }

    /// The binary that a label points to, if there is one.
    pub(super) fn binary_of_label(&self, label: &str) -> Option<&str> {
        let label = label.to_ascii_lowercase();
        let (_, name) =
            LABELS.iter().find(|(known, _)| self.is_kubernetes && *known == label.as_str())?;
        self.binary(name)
    }

    /// Whether `owner/name` is the issue's own repository.
    pub(super) fn is_repository(&self, owner: &str, name: &str) -> bool {
        let own = self.repository.as_deref().and_then(|own| own.split_once('/'));
        own.is_some_and(|(own_owner, own_name)| {
            owner.eq_ignore_ascii_case(own_owner) && name.eq_ignore_ascii_case(own_name)
        })
    }
}

/// An owner's name without what organisations add to a project's.
fn stem(name: &str) -> &str {
    let ends = ["-io", "io", "-project", "-org", "db", "-dev"];
    ends.iter()
        .find_map(|end| name.strip_suffix(end))
        .filter(|stem| !stem.is_empty())
        .unwrap_or(name)
}
