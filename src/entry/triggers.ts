// What runs without anybody in front of the screen.
import { googlePorts } from '../google/ports';
import { NOTICING } from '../usecases/replies/noticing';
import { runHour as hour } from '../usecases/sending/run-hour';

/** The hourly run: as-of day, plan, send what may be sent, heartbeat. */
export function onHour(): void {
  hour(googlePorts(), NOTICING);
}
