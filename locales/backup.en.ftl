# Backups: the command /saoluu, what is told, the command line
backup-standing = 💾 <b>Backups</b>: { $at ->
    [none] none yet. The first is made by itself at night, or as soon as the machine is on again.
   *[other] the newest at { $at }, { $size } MB.
  }
backup-proof = { $at ->
    [none] No backup has been tried out yet; the machine does so once a week.
   *[other] { $failed ->
        [yes] ⚠️ Trying it out at { $at } failed.
       *[no] Tried out at { $at }: it comes back, with the audit chain whole.
      }
  }
backup-stale = ⚠️ No new backup for more than three days. Look at the backup folder (is the USB stick in?).
backup-now = Back up now
backup-asked = Backing up; you will hear when it is done.
backup-made = ✅ Backed up, { $size } MB. The key that opens it lies apart on the school's machine: keep a copy of it elsewhere.
backup-failed = ⚠️ { $kind ->
    [proof] Trying out the backup failed
   *[other] The backup failed
  } ({ $fault }). Look at the backup folder and the room on the disk, then use /saoluu.
cli-about-backup = Back up data and files into one encrypted file (also while the bot runs)
cli-about-restore = Restore from a backup into an empty place
cli-about-migrate-data = Move the data to another database (SQLite to PostgreSQL)
cli-help-backup-key = print the key that opens backups, to be kept on paper or elsewhere
cli-help-backup-prove = only try out the newest backup, make none
cli-help-restore-file = the backup (.age)
cli-help-restore-key = a key file, or the line AGE-SECRET-KEY-… itself; else the key in the data folder
cli-help-migrate-url = the new database's address, such as postgresql+asyncpg://user:pass@host/name
backup-cli-made = Backed up to { $file } ({ $size } MB, { $rows } rows, { $files } files).
backup-cli-key-new = The key that opens backups is at { $path } and in none of them. Keep a copy elsewhere: without it nothing can be read. Print it: solienlac backup --key
backup-cli-proved = Tried out { $file }: { $rows } rows, { $files } files, the audit chain is whole.
backup-cli-nothing = There is no backup in { $folder }.
backup-cli-broken = The backup { $file } cannot be read ({ $problem }): wrong key or damaged. Try another one, or give the right key with --key.
backup-cli-bad-key = There is no key at { $path }. A key is a line that begins with AGE-SECRET-KEY-.
restore-would = Would restore what was backed up at { $at } ({ $rows } rows, { $files } files) to { $place }.
restore-question = Restore?
restore-done = Restored { $rows } rows and { $files } files; the audit chain is whole. Run «solienlac doctor», then «solienlac run».
restore-not-empty = There is data at { $place } already. Restore only into an empty place: set another DATA_DIR (or DATABASE_URL), or move the old data away.
restore-newer = The backup is of a newer version of the program ({ $number }). Update the program first.
migrate-would = Would copy all data from { $old } to { $new }. The bot must rest meanwhile.
migrate-question = Copy?
migrate-done = Copied { $rows } rows of { $tables } tables; the counts agree, the audit chain is whole. Set the new DATABASE_URL in .env and start the bot again; keep the old database for a while.
migrate-same = Both addresses are the same.
doctor-backup-none = No backup yet; the first is made tonight while the bot runs (or: solienlac backup).
doctor-backup = The newest backup is { $hours } hours old, in { $folder }; { $proved ->
    [none] none has been tried out yet.
   *[other] one was tried out { $proved } days ago.
  }
doctor-backup-old = No new backup for { $hours } hours in { $folder }. Put the USB stick in or mend BACKUP_DIR, then run: solienlac backup
doctor-backup-unproved = The last try to restore a backup failed. Run: solienlac backup --prove
doctor-backup-same-disk = Backups lie on the disk of the data ({ $folder }). Better set BACKUP_DIR in .env to a USB stick or another disk.
