//! How long the method takes as work grows, from the text of the files to the text of the report: `cargo xtask bench
//! --only native`. Prints a table, and writes `target/bench/native.json`.
//!
//! It says of each portfolio whether it was exact, and fails where a measure is missing. It makes its own files and knows
//! nothing of the browser. `ROKADE_BENCH_QUICK=1` takes the small cases for a moment each, to see that it still runs.

#![forbid(unsafe_code)]

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    match native::run() {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use criterion::{BenchmarkId, Criterion, SamplingMode};
    use library::Files;
    use serde_json::{Map, Value, json};
    use std::error::Error;
    use std::fs;
    use std::hint::black_box;
    use std::path::Path;
    use std::time::Duration;

    /// All that is used of the library, in one place.
    mod library {
        use rokade::assessment::{self, Assessment};
        use rokade::framework::Framework;
        use rokade::framework::check::check;
        use rokade::json::to_compact;
        use rokade::profile::Profile;
        use rokade::report::Report;
        use rokade::suggestion::Suggestions;
        use rokade::wording::Language;
        use rokade::workbook::import::import;
        use rokade::workbook::template::{Beside, draft};
        use rokade::workbook::writer::excel;

        /// A framework and an assessment of it, read.
        pub struct Files {
            framework: Framework,
            assessment: Assessment,
            role: usize,
        }

        impl Files {
            pub fn read(framework: &str, assessment: &str) -> Self {
                let framework = Framework::read(framework).unwrap_or_else(|problems| panic!("{problems:?}"));
                let read = assessment::file::read(assessment.as_bytes());
                let assessment = read.unwrap_or_else(|problems| panic!("{problems:?}")).assessment;
                let role = framework.role(&assessment.role).expect("the role is known");
                Self { framework, assessment, role }
            }

            /// How many problems the text of a framework has.
            pub fn check(framework: &str) -> usize {
                check(framework.as_bytes()).problems.total()
            }

            /// A workbook of the text of a framework.
            pub fn workbook(framework: &str) -> Vec<u8> {
                let framework = Framework::read(framework).unwrap_or_else(|problems| panic!("{problems:?}"));
                let drafts = draft(&framework, &Beside::default(), Language::English);
                excel(&drafts).unwrap_or_else(|why| panic!("{why}"))
            }

            /// The text of the framework that comes of a workbook.
            pub fn of_workbook(bytes: Vec<u8>) -> String {
                let imported = import(&[("workbook.xlsx".to_owned(), bytes)]);
                imported.framework.unwrap_or_else(|| panic!("{:?}", imported.found.told)).0
            }

            pub fn profile(&self) -> Profile {
                Profile::of(&self.framework, self.role, &self.assessment)
            }

            pub fn suggestions(&self, profile: &Profile) -> Suggestions {
                Suggestions::of(&self.framework, self.role, profile, &self.assessment)
            }

            pub fn report(&self) -> Report {
                Report::of(&self.framework, self.role, &self.assessment)
            }

            pub fn json(&self, report: &Report) -> String {
                to_compact(&report.file(&self.framework))
            }
        }
    }

    /// Competences and areas, growing to the most that a framework may have.
    const SIZES: [Size; 5] = [
        Size { competences: 25, areas: 10 },
        Size { competences: 25, areas: 26 },
        Size { competences: 250, areas: 260 },
        Size { competences: 1_000, areas: 500 },
        Size { competences: 5_000, areas: 5_000 },
    ];

    /// Areas to choose a portfolio from, all within reach.
    const CANDIDATES: [usize; 5] = [10, 100, 200, 1_000, 5_000];

    const PORTFOLIO_SIZES: [u8; 4] = [1, 2, 3, 4];

    /// As many competences and areas as O*NET has skills with kinds of knowledge, and occupations with ratings.
    const ONET: Size = Size { competences: 68, areas: 879 };
    const ONET_LEVELS: usize = 8;

    /// Competences and roles of workbooks, to about as many cells as are read.
    const WORKBOOKS: [(usize, usize); 3] = [(25, 2), (250, 10), (5_000, 50)];

    #[derive(Clone, Copy)]
    struct Size {
        competences: usize,
        areas: usize,
    }

    impl std::fmt::Display for Size {
        fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
            write!(f, "{} competences, {} areas", self.competences, self.areas)
        }
    }

    /// What a framework and the answers to it are like.
    struct Case {
        size: Size,
        levels: usize,
        /// How many competences an area lets one practise.
        practised: usize,
        /// How many competences it asks for at the start.
        asked: usize,
        /// Answers are below this level.
        answered_below: usize,
        portfolio_size: u8,
        rotations_at_most: u8,
    }

    impl Case {
        /// As in a framework that people write.
        fn written(size: Size) -> Self {
            Self { size, levels: 5, practised: 6, asked: 2, answered_below: 5, portfolio_size: 1, rotations_at_most: 1 }
        }

        /// All areas within reach, as many rotations as one likes, and something to practise in every competence.
        fn within_reach(size: Size, levels: usize, practised: usize, portfolio_size: u8) -> Self {
            let answered_below = levels / 2;
            Self {
                size,
                levels,
                practised,
                asked: 0,
                answered_below,
                portfolio_size,
                rotations_at_most: portfolio_size,
            }
        }

        /// The framework and the assessment as texts.
        fn texts(&self) -> (String, String) {
            let Size { competences, areas } = self.size;
            let mut random = Random(1);
            let competence = |place: usize| {
                let text = format!("I do what number {place} asks for, also when others need it at short notice");
                json!({"id": format!("c{place}"), "title": format!("Ability {place}"), "statement": text})
            };
            let places: Vec<usize> = (0..competences).collect();
            let dimensions = places.chunks(25).enumerate().map(|(place, competences)| {
                let competences: Vec<_> = competences.iter().map(|place| competence(*place)).collect();
                json!({"id": format!("d{place}"), "title": format!("Part {place}"), "competences": competences})
            });
            let labels = (0..self.levels).map(|level| json!({"label": format!("Level {level} of all there are")}));
            let middle = self.levels / 2;
            let targets = levels(&places, |_| middle + random.below(self.levels - middle));
            let weights = levels(&places, |_| 1 + random.below(3));
            let area = |place: usize| {
                let is_rotation = place.is_multiple_of(3);
                let practised = random.some_of(competences, self.practised);
                let asked = random.some_of(competences, self.asked);
                json!({
                    "id": format!("a{}", random.below(1_000_000) * 10_000 + place),
                    "title": format!("Work number {place}"),
                    "summary": "What is done there, for whom, and who shows a newcomer how it is done in the first weeks",
                    "kind": if is_rotation { "rotation" } else { "taskChange" },
                    "route": if is_rotation { "mobilityScheme" } else { "managerAllocation" },
                    "practice": levels(&practised, |_| 1 + random.below(self.levels - 1)),
                    "entry": levels(&asked, |_| 1 + random.below(2)),
                    "need": random.below(3),
                })
            };
            let areas: Vec<_> = (0..areas).map(area).collect();
            let framework = json!({
                "format": "rokade.framework/1",
                "id": "bench",
                "version": "1",
                "languages": ["en"],
                "title": "Bench",
                "scales": [{"id": "proficiency", "levels": labels.collect::<Vec<_>>()}],
                "competenceScale": "proficiency",
                "dimensions": dimensions.collect::<Vec<_>>(),
                "roles": [{"id": "deputy", "title": "Deputy", "targets": targets, "weights": weights}],
                "areas": areas,
                "parameters": {"portfolioSize": self.portfolio_size, "rotationsAtMost": self.rotations_at_most},
            });
            let answer = |place: &usize| {
                let answer = match random.below(10) {
                    0 => json!({"answer": "noOpportunity"}),
                    _ => json!({"answer": "rated", "level": random.below(self.answered_below)}),
                };
                (format!("c{place}"), answer)
            };
            let answers: Map<String, Value> = places.iter().map(answer).collect();
            let assessment = json!({
                "format": "rokade.assessment/1",
                "framework": {"id": "bench", "version": "1"},
                "language": "en",
                "purpose": "development",
                "rater": "self",
                "parts": ["responses"],
                "role": "deputy",
                "responses": {"competences": answers, "behaviours": {}},
            });
            (framework.to_string(), assessment.to_string())
        }

        fn read(&self) -> Files {
            let (framework, assessment) = self.texts();
            Files::read(&framework, &assessment)
        }
    }

    fn levels(places: &[usize], mut level: impl FnMut(usize) -> usize) -> Map<String, Value> {
        places.iter().map(|place| (format!("c{place}"), level(*place).into())).collect()
    }

    /// Numbers that are the same on every run.
    struct Random(u64);

    impl Random {
        fn below(&mut self, bound: usize) -> usize {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) as usize % bound
        }

        /// So many different places below the bound, or all.
        fn some_of(&mut self, bound: usize, count: usize) -> Vec<usize> {
            let mut places: Vec<usize> = (0..bound).collect();
            let count = count.min(bound);
            for at in 0..count {
                let other = at + self.below(bound - at);
                places.swap(at, other);
            }
            places.truncate(count);
            places
        }
    }

    /// What was measured: where criterion keeps it, and what else is to be said about it.
    struct Measure {
        group: &'static str,
        case: String,
        portfolio: Option<Portfolio>,
    }

    struct Portfolio {
        areas: usize,
        value: u64,
        exact: bool,
    }

    struct Bench {
        criterion: Criterion,
        is_quick: bool,
        measures: Vec<Measure>,
    }

    pub fn run() -> Result<(), Box<dyn Error>> {
        let is_quick = std::env::var_os("ROKADE_BENCH_QUICK").is_some();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/bench");
        // What an earlier run measured must not stand in for what this one doesn't.
        let kept = folder.join("criterion");
        if kept.exists() {
            fs::remove_dir_all(&kept)?;
        }
        let [warm_up, time] = if is_quick { [1, 10] } else { [200, 1_000] }.map(Duration::from_millis);
        let criterion = Criterion::default()
            .output_directory(&kept)
            .without_plots()
            .warm_up_time(warm_up)
            .measurement_time(time)
            .sample_size(if is_quick { 10 } else { 20 })
            .configure_from_args();
        let mut bench = Bench { criterion, is_quick, measures: Vec::new() };
        let before = load();
        bench.all();
        bench.criterion.final_summary();
        let load = [before, load()];
        let rows = bench.measures.iter().map(|measure| measure.row(&kept)).collect::<Result<Vec<_>, _>>()?;
        println!("\n{}", table(&rows));
        println!("The machine's load: {} before, {} after (the bench makes 1 of it).", load[0], load[1]);
        let kept = json!({"quick": is_quick, "load": load, "measures": rows});
        fs::write(folder.join("native.json"), format!("{kept:#}\n"))?;
        Ok(())
    }

    /// How many programs waited for a processor in the last minute, where the system says so.
    fn load() -> String {
        let said = fs::read_to_string("/proc/loadavg").unwrap_or_default();
        said.split(' ').next().filter(|load| !load.is_empty()).unwrap_or("unknown").to_owned()
    }

    impl Bench {
        fn all(&mut self) {
            // The large cases take too long in a build that isn't optimised.
            let few = |all: usize, quick: usize| if self.is_quick { quick } else { all };
            let (sizes, candidates) = (few(SIZES.len(), 2), few(CANDIDATES.len(), 2));
            let workbooks = few(WORKBOOKS.len(), 1);
            for size in &SIZES[..sizes] {
                let case = Case::written(*size);
                let (framework, assessment) = case.texts();
                self.measure("check", size.to_string(), None, || Files::check(black_box(&framework)));
                let files = Files::read(&framework, &assessment);
                self.measure("profile", size.to_string(), None, || files.profile());
                let profile = files.profile();
                self.measure("suggestions", size.to_string(), None, || files.suggestions(black_box(&profile)));
                let report = files.report();
                self.measure("report to JSON", size.to_string(), None, || files.json(black_box(&report)));
            }
            for areas in &CANDIDATES[..candidates] {
                for portfolio_size in PORTFOLIO_SIZES {
                    let size = Size { competences: 25, areas: *areas };
                    self.portfolio("", &Case::within_reach(size, 5, 6, portfolio_size));
                }
            }
            for (competences, roles) in &WORKBOOKS[..workbooks] {
                self.workbook(*competences, *roles);
            }
            self.portfolio("O*NET-sized, random, sparse: ", &Case::within_reach(ONET, ONET_LEVELS, 12, 3));
            self.portfolio("O*NET-sized, random, dense: ", &Case::within_reach(ONET, ONET_LEVELS, ONET.competences, 3));
        }

        /// A framework to a workbook and back, which is the same afterwards.
        fn workbook(&mut self, competences: usize, roles: usize) {
            let (text, _) = Case::written(Size { competences, areas: 10 }).texts();
            let mut framework: Value = serde_json::from_str(&text).expect("a framework is JSON");
            let role = framework["roles"][0].clone();
            let role = |place: usize| {
                let mut own = role.clone();
                (own["id"], own["title"]) = (format!("r{place}").into(), format!("Role {place}").into());
                own
            };
            framework["roles"] = (0..roles).map(role).collect();
            let text = framework.to_string();
            let bytes = Files::workbook(&text);
            assert_eq!(Files::workbook(&Files::of_workbook(bytes.clone())), bytes, "it comes back as it was");
            let case = format!("{competences} competences, {roles} roles");
            self.measure("to a workbook", case.clone(), None, || Files::workbook(black_box(&text)));
            self.measure("from a workbook", case, None, || Files::of_workbook(black_box(bytes.clone())));
        }

        /// The suggestions, for the portfolio that is among them.
        fn portfolio(&mut self, kind: &str, case: &Case) {
            let files = case.read();
            let profile = files.profile();
            let report: Value = serde_json::from_str(&files.json(&files.report())).expect("a report is JSON");
            let found = &report["portfolio"];
            let portfolio = Portfolio {
                areas: found["areas"].as_array().expect("a portfolio has areas").len(),
                value: found["value"].as_u64().expect("a portfolio has a value"),
                exact: found["exact"].as_bool().expect("a portfolio says whether it is exact"),
            };
            assert!(portfolio.areas > 0, "areas within reach make a portfolio");
            let name = format!("{kind}{}, {} of them", case.size, case.portfolio_size);
            self.measure("portfolio", name, Some(portfolio), || files.suggestions(black_box(&profile)));
        }

        fn measure<Answer>(
            &mut self,
            group: &'static str,
            case: String,
            portfolio: Option<Portfolio>,
            mut work: impl FnMut() -> Answer,
        ) {
            let measure = Measure { group, case, portfolio };
            let mut of_kind = self.criterion.benchmark_group(group);
            of_kind.sampling_mode(SamplingMode::Flat);
            of_kind.bench_function(BenchmarkId::from_parameter(measure.slug()), |bencher| bencher.iter(&mut work));
            of_kind.finish();
            self.measures.push(measure);
        }
    }

    impl Measure {
        /// The case as a name of a folder.
        fn slug(&self) -> String {
            let letters = self.case.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == ' ');
            letters.collect::<String>().replace("competences", "c").replace("areas", "a").replace(' ', "-")
        }

        /// What criterion found.
        fn row(&self, kept: &Path) -> Result<Value, Box<dyn Error>> {
            let file = kept.join(self.group).join(self.slug()).join("new/sample.json");
            let text = fs::read_to_string(&file)
                .map_err(|error| format!("missing: {}, {} ({}: {error})", self.group, self.case, file.display()))?;
            let sample: Value = serde_json::from_str(&text)?;
            let numbers = |name: &str| sample[name].as_array().into_iter().flatten().filter_map(Value::as_f64);
            let mut each: Vec<f64> = numbers("times").zip(numbers("iters")).map(|(time, count)| time / count).collect();
            each.sort_by(f64::total_cmp);
            if each.is_empty() || each[0] <= 0.0 {
                return Err(format!("missing: {}, {} was measured no time", self.group, self.case).into());
            }
            let mut row = json!({
                "group": self.group,
                "case": self.case,
                "samples": each.len(),
                "medianNanoseconds": at_share(&each, 50),
                "p95Nanoseconds": at_share(&each, 95),
            });
            if let Some(Portfolio { areas, value, exact }) = self.portfolio {
                row["portfolio"] = json!({"areas": areas, "value": value, "exact": exact});
            }
            Ok(row)
        }
    }

    /// Of numbers in order, the smallest that so many per cent don't exceed.
    fn at_share(numbers: &[f64], per_cent: usize) -> f64 {
        numbers[(numbers.len() * per_cent).div_ceil(100) - 1]
    }

    fn table(rows: &[Value]) -> String {
        let mut table = String::from("| native | | median | p95 | exact | points |\n|---|---|---:|---:|---|---:|\n");
        for row in rows {
            let [group, case] = ["group", "case"].map(|name| row[name].as_str().unwrap_or_default());
            let [median, p95] =
                ["medianNanoseconds", "p95Nanoseconds"].map(|name| row[name].as_f64().unwrap_or_default());
            let (exact, value) = match row.get("portfolio") {
                Some(portfolio) => {
                    (if portfolio["exact"] == true { "yes" } else { "no" }, portfolio["value"].to_string())
                }
                None => ("", String::new()),
            };
            table += &format!("| {group} | {case} | {} | {} | {exact} | {value} |\n", time(median), time(p95));
        }
        table
    }

    fn time(nanoseconds: f64) -> String {
        let (number, unit) = match nanoseconds {
            small if small < 1e3 => (small, "ns"),
            small if small < 1e6 => (small / 1e3, "µs"),
            large if large < 1e9 => (large / 1e6, "ms"),
            large => (large / 1e9, "s"),
        };
        let places = if number < 10.0 { 2 } else { usize::from(number < 100.0) };
        format!("{number:.places$} {unit}")
    }
}
