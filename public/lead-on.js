// Leads on from an address that a page had before, and keeps what stands behind it: the place on the page, the view of a table. A file of its own, so that a
// strict content security policy can allow it.
location.replace(document.currentScript.dataset.to + location.search + location.hash);
