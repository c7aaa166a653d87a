package dev.heed.local.build;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks archives. An entry that would land outside the folder is refused. */
public final class Unpack {
    private static final int OWNER_EXECUTES = 0100;

    private Unpack() {}

    /** Unpacks a zip, without its one top folder. */
    public static void zipWithoutTop(Path zip, Path into) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(zip)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                if (!name.isEmpty()) {
                    put(in, inside(into, name), entry.isDirectory(), name.endsWith(".sh"));
                }
            }
        }
    }

    /** Unpacks the tar.xz that a jar holds under a name ending so. */
    public static void txzInJar(Path jar, String ending, Path into) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new BufferedInputStream(Files.newInputStream(jar)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().endsWith(ending)) {
                    txz(in, into);
                    return;
                }
            }
        }
        throw new FileNotFoundException("nothing ending in " + ending + " in " + jar);
    }

    private static void txz(InputStream packed, Path into) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed));
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path target = inside(into, entry.getName());
            if (entry.isSymbolicLink()) {
                link(target, entry.getLinkName(), into);
            } else {
                put(tar, target, entry.isDirectory(), (entry.getMode() & OWNER_EXECUTES) != 0);
            }
        }
    }

    private static void link(Path target, String to, Path into) throws IOException {
        Path folder = Objects.requireNonNull(target.getParent());
        inside(into, folder.resolve(to).toString());
        Files.createDirectories(folder);
        Files.createSymbolicLink(target, Path.of(to));
    }

    private static void put(InputStream in, Path target, boolean folder, boolean executable) throws IOException {
        if (folder) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        Files.copy(in, target);
        if (executable) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static Path inside(Path folder, String name) throws IOException {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive wants to write outside its folder: " + name);
        }
        return target;
    }
}
