// Writes what `dump_storage.js` has read into the storage of this origin, which has none yet.
const [{ databases, localStorage: local, sessionStorage: session }] = arguments;
const bytes = (base64) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
const decode = (value) => {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(decode);
  const { $type: kind, name, type, lastModified, base64 } = value;
  if (kind === undefined) return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, decode(part)]));
  if (kind === 'undefined') return undefined;
  if (kind === 'File') return new File([bytes(base64)], name, { type, lastModified });
  if (kind === 'Blob') return new Blob([bytes(base64)], { type });
  if (kind === 'Map') return new Map(decode(value.entries));
  if (kind === 'ArrayBuffer') return bytes(base64).buffer;
  return new globalThis[kind](bytes(base64).buffer);
};
for (const { name, version, stores } of databases) {
  await new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => {
      for (const { name, keyPath, autoIncrement } of stores) request.result.createObjectStore(name, { keyPath, autoIncrement });
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      const writing = database.transaction(stores.map((store) => store.name), 'readwrite');
      for (const { name, keyPath, keys, values } of stores) {
        const store = writing.objectStore(name);
        values.forEach((value, at) => (keyPath === null ? store.put(decode(value), keys[at]) : store.put(decode(value))));
      }
      writing.oncomplete = () => {
        database.close();
        resolve();
      };
      writing.onerror = () => reject(writing.error);
    };
  });
}
for (const [name, value] of Object.entries(local)) localStorage.setItem(name, value);
for (const [name, value] of Object.entries(session)) sessionStorage.setItem(name, value);
return true;
