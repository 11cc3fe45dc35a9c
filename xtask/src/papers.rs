//! What the build says about what is in it: a bill of materials for each of the two packages that we publish, in CycloneDX,
//! and the notices of others whose code is in the wasm.
//!
//! From cargo's own graph, Cargo.lock, www/package.json and the licence files of the packages themselves. The same commit
//! gives the same bytes. Knows nothing of how anything is compiled.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde_json::{Map, Value, json};
use xshell::{Shell, cmd};

use crate::tools::{self, WASM_TARGET};

/// The version of CycloneDX that bills are written in.
const SPEC: &str = "1.6";

/// Our own package.
const OURS: &str = "rokade";

/// The name and the version of a package, which between them name one of crates.io.
type Name = (String, String);

/// Writes `sbom.cdx.json`, `sbom.crate.cdx.json` and `THIRD-PARTY-NOTICES.txt` into this folder.
pub fn write(sh: &Shell, folder: &Path) -> Result<()> {
    sh.create_dir(folder)?;
    let known = Packages::read(sh)?;
    let wasm = Graph::read(sh, WASM_TARGET)?;
    let everywhere = Graph::read(sh, "all")?;
    let when = commit_time(sh);
    let bill = |bill: Bill| -> Result<String> { Ok(format!("{:#}\n", bill.to_json(&known, when.as_deref())?)) };
    let tools = [compilers(sh)?, npm_tools(sh)?].concat();
    let element = Bill { subject: Subject::Element { tools }, graph: &wasm };
    sh.write_file(folder.join("sbom.cdx.json"), bill(element)?)?;
    sh.write_file(folder.join("sbom.crate.cdx.json"), bill(Bill { subject: Subject::Crate, graph: &everywhere })?)?;
    sh.write_file(folder.join("THIRD-PARTY-NOTICES.txt"), notices(&wasm, &known)?)?;
    Ok(())
}

/// When the source was last changed, so that a bill says from when it is and two builds of it say the same.
/// Where there is no history, nothing is said.
fn commit_time(sh: &Shell) -> Option<String> {
    let time = cmd!(sh, "git log -1 --format=%cd --date=format-local:%Y-%m-%dT%H:%M:%SZ").env("TZ", "UTC").quiet();
    time.ignore_stderr().read().ok().filter(|time| !time.is_empty())
}

// ---- what depends on what

/// Our package with all that it is compiled from and by, for one target or for all.
struct Graph {
    /// What is in what we compile.
    inside: BTreeSet<Name>,
    /// What runs while we compile and is not in it.
    builders: BTreeSet<Name>,
    depends_on: BTreeMap<Name, BTreeSet<Name>>,
}

impl Graph {
    fn read(sh: &Shell, target: &str) -> Result<Self> {
        let tree = |edges: &str| -> Result<String> {
            let format = "{p}";
            let tree =
                ["tree", "--package", OURS, "--features", "split", "--locked", "--prefix", "depth", "--format", format];
            Ok(cmd!(sh, "cargo {tree...} --target {target} --edges {edges}").quiet().read()?)
        };
        let inside = Self::edges(&tree("normal,no-proc-macro")?)?;
        let all = Self::edges(&tree("normal,build")?)?;
        let inside: BTreeSet<Name> = inside.into_keys().filter(|(name, _)| name != OURS).collect();
        let builders = all.keys().filter(|own| own.0 != OURS && !inside.contains(*own)).cloned().collect();
        Ok(Self { inside, builders, depends_on: all })
    }

    /// What each package depends on, from lines such as `2serde v1.0.0`.
    fn edges(tree: &str) -> Result<BTreeMap<Name, BTreeSet<Name>>> {
        let mut edges: BTreeMap<Name, BTreeSet<Name>> = BTreeMap::new();
        let mut above: Vec<Name> = Vec::new();
        for line in tree.lines() {
            let digits = line.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(line.len());
            let (depth, package) = line.split_at(digits);
            let mut words = package.split(' ');
            let version = |word: &str| word.strip_prefix('v').map(str::to_owned);
            let (Ok(depth), Some(name), Some(version)) =
                (depth.parse::<usize>(), words.next(), words.next().and_then(version))
            else {
                bail!("`cargo tree` says something else than before: {line}");
            };
            let own = (name.to_owned(), version);
            above.truncate(depth);
            if let Some(parent) = above.last() {
                edges.entry(parent.clone()).or_default().insert(own.clone());
            }
            edges.entry(own.clone()).or_default();
            above.push(own);
        }
        Ok(edges)
    }
}

// ---- what is known of packages

/// What cargo knows of each package.
struct Packages(BTreeMap<Name, Package>);

struct Package {
    licence: String,
    authors: Vec<String>,
    description: Option<String>,
    repository: Option<String>,
    folder: PathBuf,
    /// The SHA-256 of what crates.io serves.
    checksum: Option<String>,
}

impl Packages {
    fn read(sh: &Shell) -> Result<Self> {
        let said: Value = serde_json::from_str(
            &cmd!(sh, "cargo metadata --format-version 1 --all-features --locked").quiet().read()?,
        )?;
        let checksums = checksums(&sh.read_file("Cargo.lock")?);
        let mut packages = BTreeMap::new();
        for package in said["packages"].as_array().context("`cargo metadata` lists no packages")? {
            let text = |key: &str| package[key].as_str().map(str::to_owned);
            let name = (text("name").unwrap_or_default(), text("version").unwrap_or_default());
            let manifest = PathBuf::from(text("manifest_path").context("a package is nowhere")?);
            // Helpers of our own that are never passed on need none.
            let Some(licence) = text("license") else { continue };
            let authors = package["authors"].as_array().into_iter().flatten().filter_map(Value::as_str);
            let described = Package {
                licence: spdx(&licence),
                // Without their addresses.
                authors: authors.map(|author| author.split('<').next().unwrap_or_default().trim().to_owned()).collect(),
                description: text("description").map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")),
                repository: text("repository"),
                folder: manifest.parent().context("a manifest is in a folder")?.to_owned(),
                checksum: checksums.get(&name).cloned(),
            };
            packages.insert(name, described);
        }
        Ok(Self(packages))
    }

    fn get(&self, name: &Name) -> Result<&Package> {
        self.0.get(name).with_context(|| format!("cargo knows no licence of {} {}", name.0, name.1))
    }

    fn ours(&self) -> Result<&Name> {
        self.0.keys().find(|(name, _)| name == OURS).context("our own package isn't there")
    }
}

/// The checksums in a Cargo.lock.
fn checksums(lock: &str) -> BTreeMap<Name, String> {
    let mut found = BTreeMap::new();
    for package in lock.split("[[package]]").skip(1) {
        let value = |key: &str| {
            let start = format!("{key} = \"");
            package.lines().find_map(|line| line.strip_prefix(&start)?.strip_suffix('"').map(str::to_owned))
        };
        if let (Some(name), Some(version), Some(checksum)) = (value("name"), value("version"), value("checksum")) {
            found.insert((name, version), checksum);
        }
    }
    found
}

/// A licence as SPDX writes it. Older packages put a slash where either may be chosen.
fn spdx(licence: &str) -> String {
    licence.split('/').map(str::trim).collect::<Vec<_>>().join(" OR ")
}

// ---- bills of materials

/// What a bill is of.
enum Subject {
    /// The npm package: the wasm and the scripts around it.
    Element {
        /// What wasm and scripts are built by.
        tools: Vec<Tool>,
    },
    /// The crate: the library, and the program for a machine.
    Crate,
}

struct Bill<'a> {
    subject: Subject,
    graph: &'a Graph,
}

/// What takes part in building and isn't in what is built.
#[derive(Clone)]
struct Tool {
    name: String,
    version: String,
    licence: String,
    /// The package address without the version.
    address: String,
    /// What CycloneDX calls it: a program, or a package that others call.
    kind: &'static str,
}

/// The compiler, and the programs that make the glue and part the wasm.
fn compilers(sh: &Shell) -> Result<Vec<Tool>> {
    let tool = |(address, version): (&str, String)| Tool {
        name: address.rsplit('/').next().unwrap_or_default().to_owned(),
        version,
        licence: "MIT OR Apache-2.0".to_owned(),
        address: address.to_owned(),
        kind: "application",
    };
    Ok(tools::builders(sh)?.into_iter().map(tool).collect())
}

/// The packages that www/package.json asks for, by exact version.
fn npm_tools(sh: &Shell) -> Result<Vec<Tool>> {
    let manifest: Value = serde_json::from_str(&sh.read_file("www/package.json")?)?;
    let mut tools = Vec::new();
    for (name, version) in manifest["devDependencies"].as_object().context("www/package.json asks for nothing")? {
        let installed = format!("www/node_modules/{name}/package.json");
        let installed: Value = serde_json::from_str(&sh.read_file(installed)?)?;
        ensure!(installed["version"] == *version, "{name} is installed in another version than www/package.json says");
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        tools.push(Tool {
            name: name.clone(),
            version: text(version),
            licence: text(&installed["license"]),
            address: format!("pkg:npm/{}", name.replace('@', "%40")),
            kind: "library",
        });
    }
    Ok(tools)
}

impl Bill<'_> {
    fn to_json(&self, packages: &Packages, when: Option<&str>) -> Result<Value> {
        let ours = packages.ours()?;
        let crate_of_ours = component(ours, packages.get(ours)?, None);
        let npm = format!("pkg:npm/{}@{}", ours.0, ours.1);
        let (mut components, mut dependencies) = (Vec::new(), Vec::new());
        let subject = match &self.subject {
            Subject::Element { .. } => {
                let mut element = crate_of_ours.clone();
                element.insert("bom-ref".to_owned(), npm.clone().into());
                element.insert("purl".to_owned(), npm.clone().into());
                components.push(Value::Object(crate_of_ours));
                dependencies.push(json!({"ref": npm, "dependsOn": [purl(ours)]}));
                element
            }
            Subject::Crate => crate_of_ours,
        };
        for (scope, names) in [("required", &self.graph.inside), ("excluded", &self.graph.builders)] {
            for name in names {
                components.push(Value::Object(component(name, packages.get(name)?, Some(scope))));
            }
        }
        if let Subject::Element { tools } = &self.subject {
            for Tool { name, version, licence, address, kind } in tools {
                let purl = format!("{address}@{version}");
                components.push(json!({
                    "type": kind, "bom-ref": purl, "name": name, "version": version, "scope": "excluded",
                    "licenses": [{"expression": licence}], "purl": purl,
                }));
                dependencies.push(json!({"ref": purl, "dependsOn": []}));
            }
        }
        for (name, on) in &self.graph.depends_on {
            let on: Vec<String> = on.iter().map(purl).collect();
            dependencies.push(json!({"ref": purl(name), "dependsOn": on}));
        }
        let mut metadata = Map::new();
        metadata.extend(when.map(|when| ("timestamp".to_owned(), when.into())));
        metadata.insert("lifecycles".to_owned(), json!([{"phase": "build"}]));
        metadata.insert("component".to_owned(), subject.into());
        Ok(json!({
            "$schema": format!("http://cyclonedx.org/schema/bom-{SPEC}.schema.json"),
            "bomFormat": "CycloneDX",
            "specVersion": SPEC,
            "version": 1,
            "metadata": metadata,
            "components": components,
            "dependencies": dependencies,
        }))
    }
}

fn purl((name, version): &Name) -> String {
    format!("pkg:cargo/{name}@{version}")
}

fn component(own: &Name, package: &Package, scope: Option<&str>) -> Map<String, Value> {
    let mut component = Map::new();
    let mut put = |key: &str, value: Value| component.insert(key.to_owned(), value);
    put("type", "library".into());
    put("bom-ref", purl(own).into());
    put("name", own.0.as_str().into());
    put("version", own.1.as_str().into());
    if let Some(description) = &package.description {
        put("description", description.as_str().into());
    }
    if let Some(scope) = scope {
        put("scope", scope.into());
    }
    if let Some(checksum) = &package.checksum {
        put("hashes", json!([{"alg": "SHA-256", "content": checksum}]));
    }
    put("licenses", json!([{"expression": package.licence}]));
    put("purl", purl(own).into());
    if let Some(repository) = &package.repository {
        put("externalReferences", json!([{"type": "vcs", "url": repository}]));
    }
    component
}

// ---- notices

/// What is said of packages that come without the text of their licence, and of the standard library: all may be had on
/// the terms of the Apache License, which asks for its text alone.
const WITHOUT_A_TEXT: &str = "Apache-2.0";

/// The licence texts of what is in the wasm, each text once, under the packages that it came with.
fn notices(graph: &Graph, packages: &Packages) -> Result<String> {
    let mut by_text: BTreeMap<String, (String, Vec<String>)> = BTreeMap::new();
    let mut text = "\
What of others is in Rokade's wasm, and on which terms. Made by `cargo xtask dist`.

Rokade itself is under MIT or Apache-2.0: LICENSE-MIT, LICENSE-APACHE.

"
    .to_owned();
    let mut without = vec!["the Rust standard library, and what it is built from".to_owned()];
    for own in &graph.inside {
        let package = packages.get(own)?;
        let name = format!("{} {}", own.0, own.1);
        writeln!(text, "{name:<36} {}", package.licence)?;
        let files = licence_files(&package.folder)?;
        if files.is_empty() {
            let offers = package.licence.split(" OR ").any(|licence| licence == WITHOUT_A_TEXT);
            ensure!(offers, "{name} comes without the text of its licence, {}", package.licence);
            without.push(match package.authors.as_slice() {
                [] => name,
                authors => format!("{name}, by {}", authors.join(", ")),
            });
            continue;
        }
        for file in files {
            let licence = String::from_utf8_lossy(&fs::read(&file)?).replace("\r\n", "\n");
            // The same words, however their lines are broken.
            let words = licence.split_whitespace().collect::<Vec<_>>().join(" ");
            by_text.entry(words).or_insert_with(|| (tidied(&licence), Vec::new())).1.push(name.clone());
        }
    }
    let mut groups: Vec<(Vec<String>, String)> = by_text.into_values().map(|(text, names)| (names, text)).collect();
    groups.sort();
    let apache = tidied(&fs::read_to_string("LICENSE-APACHE")?);
    let rest = without.join("\n");
    let ruler = "=".repeat(100);
    write!(
        text,
        "\n{ruler}\nUnder the Apache License, version 2.0, of what is offered on terms to choose from:\n\n{rest}\n\n{apache}\n"
    )?;
    for (names, licence) in groups {
        write!(text, "\n{ruler}\n{}\n\n{licence}\n", names.join("\n"))?;
    }
    Ok(text)
}

/// Without space at the ends of lines and of the text.
fn tidied(text: &str) -> String {
    text.trim_matches(['\n', '\u{feff}'])
        .lines()
        .map(str::trim_end)
        .collect::<Vec<_>>()
        .join("\n")
        .trim_end()
        .to_owned()
}

/// The files of a package that say on which terms it is, in the order of their names.
fn licence_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let starts = ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().to_uppercase();
        if entry.file_type()?.is_file() && starts.iter().any(|start| name.starts_with(start)) {
            files.push(entry.path());
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(name: &str) -> Name {
        (name.to_owned(), "1.0.0".to_owned())
    }

    #[test]
    fn edges_lead_from_each_package_to_what_stands_below_it() {
        let tree = "0a v1.0.0 (/somewhere)\n1b v1.0.0\n2c v1.0.0 (proc-macro)\n1d v1.0.0\n2b v1.0.0 (*)";
        let edges = Graph::edges(tree).unwrap();
        let on = |own: &str| edges[&name(own)].iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>();
        assert_eq!([on("a"), on("b"), on("c"), on("d")], [vec!["b", "d"], vec!["c"], vec![], vec!["b"]]);
        assert!(Graph::edges("a b c").is_err());
    }

    #[test]
    fn licences_are_written_as_spdx_writes_them() {
        assert_eq!(
            ["MIT", "MIT/Apache-2.0", "Apache-2.0 / MIT"].map(spdx),
            ["MIT", "MIT OR Apache-2.0", "Apache-2.0 OR MIT"]
        );
    }

    #[test]
    fn checksums_are_those_of_packages_that_have_one() {
        let lock = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"b\"\nversion = \"1.0.0\"\nchecksum = \"ff\"\n";
        assert_eq!(checksums(lock), BTreeMap::from([(name("b"), "ff".to_owned())]));
    }

    #[test]
    fn texts_are_tidied_at_their_ends_only() {
        assert_eq!(tidied("\n  A  \nb\t\n\n"), "  A\nb");
    }
}
