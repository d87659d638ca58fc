"""Crawling WordPress as Debian ships it: the practice department's news as posts, three themes, three forms of address.

    apt-get install wordpress wordpress-theme-twentytwentyone wordpress-theme-twentytwentytwo \\
        wordpress-theme-twentytwentythree php-cli php-mysql mariadb-server
    python bench/wordpress.py

A database of its own in a temporary folder, PHP's own server on a loopback port, nothing configured in archiver. The
columns are those of bench/themes.py, but for the title: records are told by it here (WordPress sets other quotes and
dashes than were written), so it proves nothing.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request
from contextlib import ExitStack, suppress
from pathlib import Path

from themes import HEAD, f1, posts

from archiver import open_archive
from archiver.running import CrawlOptions

SHIPPED = Path("/usr/share/wordpress")
CASES = (
    ("twentytwentythree", ""),
    ("twentytwentyone", "/%year%/%monthnum%/%postname%/"),
    ("twentytwentytwo", "/%category%/%postname%/"),
)
CONFIG = """<?php
define('DB_NAME','wp');define('DB_USER','root');define('DB_PASSWORD','');define('DB_HOST','localhost:%(socket)s');
define('DB_CHARSET','utf8mb4');define('DB_COLLATE','');define('WP_HTTP_BLOCK_EXTERNAL',true);
define('WP_SITEURL','http://127.0.0.1:%(port)d');define('WP_HOME','http://127.0.0.1:%(port)d');
define('DISABLE_WP_CRON',true);define('WP_DEBUG',false);$table_prefix='wp_';
if(!defined('ABSPATH')) define('ABSPATH',__DIR__.'/');
require_once ABSPATH.'wp-settings.php';
"""
MAKE = """<?php define('WP_INSTALLING',true); require 'wp-load.php';
require_once ABSPATH.'wp-admin/includes/upgrade.php'; require_once ABSPATH.'wp-admin/includes/taxonomy.php';
if(!is_blog_installed()) wp_install('Sở Lưu trữ tỉnh Sông Lam','admin','a@b.example',true,'','pw');
update_option('timezone_string','Asia/Ho_Chi_Minh'); update_option('date_format','d/m/Y');
update_option('permalink_structure',$argv[1]); switch_theme($argv[2]);
foreach(get_posts(['numberposts'=>-1,'post_type'=>['post','page']]) as $p) wp_delete_post($p->ID,true);
foreach(json_decode(file_get_contents('posts.json'),true) as $p) {
  $c=get_cat_ID($p['category'])?:wp_create_category($p['category']);
  $html='<p>'.str_replace("\\n\\n","</p>\\n<p>",htmlspecialchars($p['body'])).'</p>';
  wp_insert_post(['post_title'=>$p['title'],'post_name'=>$p['slug'],'post_content'=>$html,'post_status'=>'publish',
    'post_date'=>$p['day'].' 08:00:00','post_author'=>1,'post_category'=>[$c],'tags_input'=>['lưu trữ']]);
}
wp_insert_post(['post_type'=>'page','post_title'=>'Giới thiệu','post_status'=>'publish','post_author'=>1,
  'post_content'=>'<p>Sở Lưu trữ tỉnh Sông Lam là cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh.</p>']);
flush_rewrite_rules(true);
"""
ROUTER = """<?php $p=parse_url($_SERVER['REQUEST_URI'],PHP_URL_PATH);
if($p!='/' && file_exists(__DIR__.$p) && !is_dir(__DIR__.$p)) return false;
$_SERVER['SCRIPT_NAME']='/index.php'; require __DIR__.'/index.php';
"""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def database(folder: Path, stack: ExitStack) -> Path:
    """A MariaDB of our own; its socket."""
    data, sock = folder / "db", folder / "db.sock"
    user = ["--user=root"] if os.geteuid() == 0 else []
    subprocess.run(["mariadb-install-db", "--no-defaults", f"--datadir={data}", *user], check=True, capture_output=True)
    line = ["mariadbd", "--no-defaults", f"--datadir={data}", f"--socket={sock}", "--skip-networking",
            "--skip-grant-tables", *user]  # fmt: skip
    server = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    stack.callback(lambda: (server.terminate(), server.wait(30)))
    for _ in range(100):
        done = subprocess.run(
            ["mariadb", "-S", str(sock), "-e", "create database if not exists wp"], capture_output=True
        )
        if done.returncode == 0:
            return sock
        time.sleep(0.2)
    raise SystemExit("MariaDB did not start")


def measure(url: str, theme: str, news: list[dict[str, str]]) -> str:
    from spiders.crawling import crawl

    with tempfile.TemporaryDirectory() as root:
        options = CrawlOptions(root=Path(root), delay=0, slug="wordpress")
        report = crawl(url, options).report
        records = list(open_archive(Path(root) / "wordpress"))
        second = crawl(url, options).report
    assert report is not None
    assert second is not None
    plain = {re.sub(r"\W+", "", p["title"]).lower(): p for p in news}  # WordPress sets other quotes and dashes
    pairs = [(plain[k], r) for r in records if (k := re.sub(r"\W+", "", r.title or "").lower()) in plain]
    n, walked = len(pairs) or 1, sum(entry.pages for entry in report.listings)
    distinct = len({p["slug"] for p, _ in pairs})
    days = sum((r.published or "")[:10] == p["day"] for p, r in pairs) / n
    text = sum(f1(p["body"], "\n".join(filter(None, (r.lead, r.body)))) for p, r in pairs) / n
    asked = report.requests.total
    strange = [r.title or r.url for r in records if re.sub(r"\W+", "", r.title or "").lower() not in plain]
    return (
        f"| {theme} | {distinct / len(news):.3f} | {len(pairs) / (len(records) or 1):.3f} | {len(pairs) - distinct} | "
        f"{asked} | {asked / (len(news) + walked):.2f} | – | {days:.2f} | {text:.3f} | "
        f"{report.exit_code} | {'; '.join(strange[:3])} (second night: {second.requests.total} requests) |"
    )


def main() -> None:
    if not SHIPPED.is_dir():
        raise SystemExit(f"WordPress is not installed. {(__doc__ or '').split(':', 1)[0]}: see the top of this file")
    news = posts()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        sock, port = database(folder, stack), free_port()
        site = folder / "site"
        shutil.copytree(SHIPPED, site, ignore_dangling_symlinks=True)
        (site / "wp-config.php").unlink(missing_ok=True)
        (site / "wp-config.php").write_text(CONFIG % {"socket": sock, "port": port}, "utf-8")
        (site / "make.php").write_text(MAKE, "utf-8")
        (site / "router.php").write_text(ROUTER, "utf-8")
        (site / "posts.json").write_text(json.dumps(news, ensure_ascii=False), "utf-8")
        line = ["php", "-S", f"127.0.0.1:{port}", "-t", str(site), str(site / "router.php")]
        server = subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        stack.callback(lambda: (server.terminate(), server.wait(30)))
        print(f"{len(news)} posts\n\n{HEAD}", flush=True)
        for theme, address in CASES:
            subprocess.run(["php", "make.php", address, theme], cwd=site, check=True, capture_output=True)
            url = f"http://127.0.0.1:{port}/"
            with suppress(OSError):
                urllib.request.urlopen(url, timeout=30).read()
            print(measure(url, theme, news), flush=True)


if __name__ == "__main__":
    main()
