// What Chromium alone can show: listed, so that nobody takes it for shown in all three.
import { inChromiumAlone, part } from './situation.mjs';

const MEDIA = "WebDriver has no command for a page's media, such as dark, forced colours or paper";

part('What Chromium alone can show', () => {
  inChromiumAlone('axe finds nothing wrong, with target sizes and contrast, in every screen, language and theme in pairs', ['axe.spec.mjs'], MEDIA);
  inChromiumAlone(
    'the whole accessibility tree of every screen is as written down',
    ['aria.spec.mjs'],
    'WebDriver hands out the role and name of one element at a time; those of the controls are compared above',
  );
  inChromiumAlone(
    'every screen fits 320 pixels, 200 % text and text spacing; targets are large enough; nothing covers the focus',
    ['fit.spec.mjs'],
    "the windows of Firefox and MiniBrowser can't be made 320 pixels wide",
  );
  inChromiumAlone('what the browser itself writes in its console: nothing, in any test page', ['site.mjs', 'pages.spec.mjs'], "WebDriver hands out no console; what scripts write there and what a page reports is recorded in all three");
  inChromiumAlone('on paper the widget stands alone, in light and dark, with and without backgrounds', ['leaving.spec.mjs'], MEDIA);
});
