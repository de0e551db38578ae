import { inBothBrowsers } from '../../support/rig.ts';
import { layoutTests } from './layout-tests.ts';

inBothBrowsers('with a mark at each link', layoutTests, { browsers: ['chromium'] });
