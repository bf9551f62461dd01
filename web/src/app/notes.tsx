import { useNotifications } from '@mantine/notifications';
import { lazy, Suspense, useState } from 'react';

const Shown = lazy(async () => ({ default: (await import('@mantine/notifications')).Notifications }));

/** Where it is said that something was done; its script comes with the first note, since most visits never see one. */
export function Notes() {
  const { notifications } = useNotifications();
  const [wanted, setWanted] = useState(false);
  if (notifications.length > 0 && !wanted) setWanted(true);
  if (!wanted) return null;
  return (
    <Suspense fallback={null}>
      <Shown position="bottom-center" limit={3} zIndex={400} />
    </Suspense>
  );
}
