// Loaded before a build: leaves the most memory that the process had (resident, in KiB) in a file.
import { writeFileSync } from 'node:fs';

process.on('exit', () => writeFileSync(process.env.TELL_MEMORY, String(process.resourceUsage().maxRSS)));
