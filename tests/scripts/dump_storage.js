// All that the origin stores: IndexedDB databases with their stores, keys and values, localStorage and sessionStorage.
// Values that JSON lacks are tagged objects: files, maps, bytes, undefined.
const base64 = (bytes) => btoa(String.fromCharCode(...new Uint8Array(bytes)));
const encode = async (value) => {
  if (value === undefined) return { $type: 'undefined' };
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Blob) {
    const { name, type, lastModified } = value;
    return { $type: value instanceof File ? 'File' : 'Blob', name, type, lastModified, base64: base64(await value.arrayBuffer()) };
  }
  if (value instanceof Map) return { $type: 'Map', entries: await encode([...value]) };
  if (value instanceof ArrayBuffer) return { $type: 'ArrayBuffer', base64: base64(value) };
  if (ArrayBuffer.isView(value)) return { $type: value.constructor.name, base64: base64(value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength)) };
  if (Array.isArray(value)) return Promise.all(value.map(encode));
  const entries = await Promise.all(Object.entries(value).map(async ([name, part]) => [name, await encode(part)]));
  return Object.fromEntries(entries);
};
const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const databases = [];
for (const { name, version } of await indexedDB.databases()) {
  const database = await done(indexedDB.open(name));
  const stores = [];
  for (const store of database.objectStoreNames) {
    const { keyPath, autoIncrement } = database.transaction(store).objectStore(store);
    const keys = await done(database.transaction(store).objectStore(store).getAllKeys());
    const values = await done(database.transaction(store).objectStore(store).getAll());
    stores.push({ name: store, keyPath, autoIncrement, keys: await encode(keys), values: await encode(values) });
  }
  database.close();
  databases.push({ name, version, stores });
}
return { databases, localStorage: { ...localStorage }, sessionStorage: { ...sessionStorage } };
