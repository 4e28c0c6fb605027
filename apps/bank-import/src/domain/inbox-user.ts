/** Who uploaded a file that nobody did: it lay in the inbox. */
export const importedByInbox = 'inbox';
