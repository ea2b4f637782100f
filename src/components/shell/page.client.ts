import { linkNotes } from './link-notes.client.ts';
import { startOffline } from './offline.client.ts';
import { openTarget } from './open-target.client.ts';
import { wakePermalinks } from './permalinks.client.ts';
import { startTheme } from './theme.client.ts';
import { refreshToday } from './today.client.ts';
import { wakeIslands } from './wake-islands.client.ts';

startTheme();
refreshToday();
openTarget();
linkNotes();
wakePermalinks();
wakeIslands();
startOffline();
