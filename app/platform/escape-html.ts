/** Text as it may stand in HTML, in an element and in a quoted attribute alike. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
