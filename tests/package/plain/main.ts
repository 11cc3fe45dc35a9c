// One import defines the element; TypeScript then knows it by its tag. Also what webpack reads, so no types are written.
import 'rokade';
import framework from 'rokade/frameworks/souschef.json' with { type: 'json' };

const assessment = document.querySelector('rokade-assessment') ?? document.createElement('rokade-assessment');
assessment.framework = framework;
if (!assessment.isConnected) document.body.append(assessment);
