// Search of a published reading room: works from file://, since every part is a script and none is fetched.
// Words are folded as the index is (no marks, đ as d); all must be there; titles that have them stand first.
"use strict";
const archiver = { articles: [], shards: {}, waiting: {}, shard(name, words) { this.shards[name] = words; } };

const fold = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
const shardOf = (word) => (/^[a-z]{2}/.test(word) ? word.slice(0, 2) : /^[a-z0-9]/.test(word) ? word[0] : "other");

function load(name) {
  return new Promise((done) => {
    if (name in archiver.shards) { done(); return; }
    const part = document.createElement("script");
    part.src = "s/" + encodeURIComponent(name) + ".js";
    part.onload = part.onerror = () => { archiver.shards[name] = archiver.shards[name] || {}; done(); };
    document.head.append(part);
  });
}

function numbers(word) {
  let at = 0;
  return new Set((archiver.shards[shardOf(word)][word] || []).map((gap) => (at += gap)));
}

async function search(query) {
  const words = [...new Set(fold(query).match(/[\p{L}\p{N}_]+/gu) || [])].slice(0, 20);
  await Promise.all([...new Set(words.map(shardOf))].map(load));
  const sets = words.map(numbers).sort((a, b) => a.size - b.size);
  const found = sets.length ? [...sets[0]].filter((n) => sets.every((s) => s.has(n))) : [];
  const inTitle = (n) => { const title = fold(archiver.articles[n][1]); return words.every((w) => title.includes(w)); };
  const first = found.filter(inTitle);
  return { total: found.length, hits: [...first, ...found.filter((n) => !first.includes(n))].slice(0, 100) };
}

window.addEventListener("DOMContentLoaded", async () => {
  const query = new URLSearchParams(location.search).get("q") || "";
  document.querySelectorAll("input[name=q]").forEach((input) => { input.value = query; });
  if (!query) return;
  const { total, hits } = await search(query);
  document.getElementById("total").textContent = total;
  const list = document.getElementById("hits");
  for (const n of hits) {
    const [id, title, day, site] = archiver.articles[n];
    const item = document.createElement("li"), link = document.createElement("a"), meta = document.createElement("p");
    link.href = "a/" + encodeURIComponent(id) + ".html";
    link.textContent = title;
    meta.className = "meta";
    meta.textContent = [day, site].filter(Boolean).join(" · ");
    item.append(link, meta);
    list.append(item);
  }
});
