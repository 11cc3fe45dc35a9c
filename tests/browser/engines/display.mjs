// Before and after all tests: one display for the browsers that want one.
import { startDisplay } from './drivers.mjs';

export default async function display({ projects }) {
  if (projects.some(({ name }) => name === 'webkit')) return startDisplay();
}
