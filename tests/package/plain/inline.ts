// For a bundler that leaves the wasm behind: the same with all of it inside. Its page has nothing but this script.
import 'rokade/inline';
import framework from 'rokade/frameworks/souschef.json' with { type: 'json' };

const assessment = document.createElement('rokade-assessment');
assessment.framework = framework;
document.body.append(assessment);
