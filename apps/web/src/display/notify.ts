import type { NotificationData } from '@mantine/notifications';
import { useSyncExternalStore } from 'react';

let needed = false;
const listeners = new Set<() => void>();

/** Shows a message for a moment. What shows it is fetched with the first one: most visits have none. */
export function notify(message: NotificationData & { id: string }): void {
  needed = true;
  for (const listener of listeners) listener();
  void import('@mantine/notifications').then(({ notifications }) => notifications.show(message));
}

export function hideNotification(id: string): void {
  void import('@mantine/notifications').then(({ notifications }) => notifications.hide(id));
}

/** Whether there has been a message yet. */
export function useNotificationsNeeded(): boolean {
  return useSyncExternalStore(subscribe, () => needed);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
