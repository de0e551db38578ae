import { defineWxtModule } from 'wxt/modules';
import { drawMap } from './draw-map.ts';

/** Adds `map.json` (`MapDrawing`) to the package. */
export default defineWxtModule((wxt) => {
  wxt.hook('build:publicAssets', (_wxt, files) => {
    files.push({ relativeDest: 'map.json', contents: JSON.stringify(drawMap()) });
  });
});
