import Sequencer from "@jest/test-sequencer";

/** The App's tests wait for processes: they begin first, so that all else is done beside them and nobody waits at the end. */
export default class extends Sequencer {
  sort(tests) {
    const isApp = ({ path }) => path.includes("/test/app/");
    const sorted = super.sort(tests);
    return [...sorted.filter(isApp), ...sorted.filter((one) => !isApp(one))];
  }
}
