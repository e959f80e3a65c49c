import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Makes a packaged program of what {@code mvn package} left in target/grokscope: a Java of its own with JavaFX in it
 * (jlink), everything else as jars on the class path, libtorch among them, and the sample runs. The scripts in jpackage
 * call it, each on its platform:
 *
 * <pre>
 * java src/build/Package.java BASE VERSION TYPE
 * </pre>
 *
 * BASE is the repository, TYPE what jpackage calls the package: app-image, deb, dmg, msi …
 */
final class Package {
    /** What the program and its libraries use of the JDK. */
    private static final List<String> JDK_MODULES = List.of("java.base", "java.desktop", "java.logging",
            "java.management", "java.naming", "java.net.http", "java.sql", "java.xml", "jdk.management",
            "jdk.unsupported", "jdk.zipfs");

    private static final String FOLDER = "app-image";

    private enum Platform {
        LINUX, MACOS, WINDOWS;

        static Platform current() {
            String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
            return name.startsWith("windows") ? WINDOWS : name.startsWith("mac") ? MACOS : LINUX;
        }

        /** The command line must not be called like the workbench where file names ignore case. */
        String commandLine() {
            return this == LINUX ? "grokscope" : "grokscope-cli";
        }
    }

    private final Platform platform = Platform.current();
    private final Path base;
    private final Path built;
    private final Path work;
    private final String version;

    private Package(Path base, String version) {
        this.base = base;
        this.version = version;
        this.built = base.resolve("target/grokscope");
        this.work = base.resolve("target/package");
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Package it = new Package(Path.of(arguments[0]), arguments[1]);
        it.prepare();
        it.make(arguments[2]);
    }

    private void prepare() throws IOException {
        delete(work);
        Files.createDirectories(work);
        List<Path> javafx = new ArrayList<>();
        Path jars = Files.createDirectories(work.resolve("input"));
        for (Path jar : list(built.resolve("lib")).stream().filter(Files::isRegularFile).toList()) {
            if (!jar.getFileName().toString().startsWith("javafx-")) {
                Files.copy(jar, jars.resolve(jar.getFileName()));
            } else if (isModule(jar)) {
                javafx.add(jar);
            }
        }
        copy(built.resolve("licenses"), jars.resolve("licenses"));
        copy(built.resolve("lib/fonts"), jars.resolve("fonts"));
        Files.copy(base.resolve("LICENSE"), jars.resolve("licenses/LICENSE"));
        Files.copy(base.resolve("assets/fonts/OFL.txt"), jars.resolve("licenses/Inter-OFL.txt"));
        Files.copy(base.resolve("jpackage/NATIVE.txt"), jars.resolve("licenses/NATIVE.txt"));
        if (platform == Platform.LINUX) {
            Files.copy(base.resolve("jpackage/linux/grokscope-run.xml"), jars.resolve("grokscope-run.xml"));
        }
        if (Files.isDirectory(base.resolve("sample-runs"))) {
            copy(base.resolve("sample-runs"), jars.resolve("sample-runs"));
        }
        List<String> modules = new ArrayList<>(JDK_MODULES);
        for (Path jar : javafx) {
            modules.add(jmod(jar));
        }
        // The java command stays: workers are started with it.
        run("jlink", "--module-path", work.resolve("jmods"), "--add-modules", String.join(",", modules), "--output",
                work.resolve("runtime"), "--no-header-files", "--no-man-pages", "--compress", "zip-6");
    }

    /** Makes a module of a JavaFX jar whose native libraries lie where Java looks, so that nothing unpacks them. */
    private String jmod(Path jar) throws IOException {
        String name = jar.getFileName().toString().replaceFirst("^javafx-([a-z]+)-.*$", "javafx.$1");
        Path classes = Files.createDirectories(work.resolve("javafx").resolve(name).resolve("classes"));
        Path natives = Files.createDirectories(work.resolve("javafx").resolve(name).resolve("natives"));
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(it -> !it.isDirectory()).toList()) {
                boolean nativeLibrary = entry.getName().matches("[^/]+\\.(so|dylib|dll)");
                Path file = (nativeLibrary ? natives : classes).resolve(entry.getName());
                Files.createDirectories(file.getParent());
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
        Files.createDirectories(work.resolve("jmods"));
        run("jmod", "create", "--class-path", classes, "--libs", natives, work.resolve("jmods/" + name + ".jmod"));
        return name;
    }

    private void make(String type) throws IOException, InterruptedException {
        Path to = base.resolve("target/packages");
        delete(to.resolve("Grokscope"));
        delete(to.resolve("Grokscope.app"));
        boolean installed = !type.equals(FOLDER);
        if (platform == Platform.LINUX) {
            // Only there was it tried: a folder, what Java remembers of its start, and an installer of both.
            Path folder = installed ? work.resolve("folder") : to;
            run("jpackage", Stream.concat(about(FOLDER, folder), program()).toArray());
            remember(folder.resolve("Grokscope"));
            if (installed) {
                run("jpackage", Stream.of(about(type, to), Stream.of("--app-image", folder.resolve("Grokscope")),
                        installer(type).stream()).flatMap(it -> it).toArray());
            }
        } else {
            run("jpackage", Stream.of(about(type, to), program(), installed ? installer(type).stream() : Stream.empty())
                    .flatMap(it -> it).toArray());
        }
        report(to);
    }

    private Stream<Object> about(String type, Path to) {
        return Stream.of("--type", type, "--dest", to, "--name", "Grokscope", "--app-version", version, "--description",
                "A workbench for grokking", "--vendor", "Grokscope", "--copyright", "Apache-2.0");
    }

    private Stream<Object> program() throws IOException {
        List<Object> options = new ArrayList<>(List.of("--icon", icon(), "--input", work.resolve("input"), "--main-jar",
                "grokscope.jar", "--main-class", "org.grokscope.cli.Main", "--runtime-image", work.resolve("runtime")));
        for (String option : javaOptions()) {
            options.addAll(List.of("--java-options", option));
        }
        options.addAll(List.of("--java-options", "-Dgrokscope.runs=~/Grokscope", "--add-launcher",
                platform.commandLine() + "=" + commandLine()));
        return options.stream();
    }

    /** Lets each launcher start with what Java remembers of its first start. */
    private void remember(Path folder) throws IOException, InterruptedException {
        Path app = folder.resolve("lib/app");
        Rehearsal rehearsal = new Rehearsal(app.resolve("sample-runs"));
        rehearsal.window(folder.resolve("bin/Grokscope"), app.resolve("start.aot"));
        rehearsal.command(folder.resolve("bin").resolve(platform.commandLine()), app.resolve("commands.aot"));
        use("start.aot", app.resolve("Grokscope.cfg"));
        use("commands.aot", app.resolve(platform.commandLine() + ".cfg"));
    }

    private static void use(String cache, Path launcher) throws IOException {
        if (Files.exists(launcher.resolveSibling(cache))) {
            for (String option : List.of("-XX:AOTCache=$APPDIR/" + cache, "-Xlog:aot=off", "-Xlog:cds=off")) {
                Files.writeString(launcher, "java-options=" + option + "\n", StandardOpenOption.APPEND);
            }
        }
    }

    private List<String> javaOptions() throws IOException {
        return Stream.concat(
                Stream.of("--enable-native-access=ALL-UNNAMED,javafx.graphics",
                        // ControlsFX: completion and lists to tick; JavaFX is a module here, and on the class path elsewhere
                        "--add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED",
                        "--add-exports=javafx.controls/com.sun.javafx.scene.control=ALL-UNNAMED",
                        "-Dgrokscope.samples=$APPDIR/sample-runs"),
                Files.readAllLines(built.resolve("java-options")).stream().filter(line -> line.startsWith("-"))).toList();
    }

    /** Returns what describes the command line's launcher. */
    private Path commandLine() throws IOException {
        return Files.writeString(work.resolve("command-line.properties"),
                Files.readString(base.resolve("jpackage/launchers/command-line.properties")) + "java-options="
                        + String.join(" ", javaOptions()) + "\n");
    }

    private List<Object> installer(String type) {
        List<Object> options = new ArrayList<>(List.of("--license-file", base.resolve("LICENSE")));
        switch (platform) {
            case LINUX -> options.addAll(List.of("--linux-package-name", "grokscope", "--linux-shortcut",
                    "--linux-menu-group", "Science;Education", "--linux-app-category", "science",
                    "--resource-dir", base.resolve("jpackage/linux")));
            case MACOS -> options.addAll(List.of("--file-associations",
                    base.resolve("jpackage/macos/run-json.properties")));
            // Windows tells files by their extension alone, and .json belongs to editors: nothing is claimed there.
            case WINDOWS -> options.addAll(List.of("--win-menu", "--win-shortcut-prompt", "--win-dir-chooser",
                    "--win-per-user-install", "--win-upgrade-uuid", "6f1c8a52-0c53-4d55-9d2e-6a4b7d1f3e90"));
        }
        return options;
    }

    /** The platform's own kind of icon, from the pictures in assets/icons. */
    private Path icon() throws IOException {
        Path icons = base.resolve("assets/icons");
        return switch (platform) {
            case LINUX -> icons.resolve("grokscope-256.png");
            case MACOS -> IconFile.icns(icons, work.resolve("grokscope.icns"));
            case WINDOWS -> IconFile.ico(icons, work.resolve("grokscope.ico"));
        };
    }

    private void report(Path packages) throws IOException {
        System.out.println("Java with JavaFX   " + megabytes(size(work.resolve("runtime"))));
        System.out.println("jars               " + megabytes(size(work.resolve("input"))) + ", of which libtorch "
                + megabytes(list(work.resolve("input")).stream()
                        .filter(jar -> jar.getFileName().toString().startsWith("pytorch-native")).mapToLong(Package::size)
                        .sum()));
        for (Path made : list(packages)) {
            System.out.println(made.getFileName() + "   " + megabytes(size(made)));
        }
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }

    private static void run(String tool, Object... arguments) {
        String[] texts = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        int exitCode = ToolProvider.findFirst(tool).orElseThrow().run(System.out, System.err, texts);
        if (exitCode != 0) {
            System.err.println(tool + " " + String.join(" ", texts));
            System.exit(exitCode);
        }
    }

    private static boolean isModule(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.getEntry("module-info.class") != null;
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static long size(Path path) {
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            return 0;
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}

/** Icon files that hold PNG pictures as they are: what Windows and macOS want. */
final class IconFile {
    private IconFile() {}

    /** Writes a Windows icon: a directory of pictures, then the pictures. */
    static Path ico(Path icons, Path to) throws IOException {
        int[] sizes = {16, 24, 32, 48, 64, 128, 256};
        List<byte[]> pictures = new ArrayList<>();
        for (int size : sizes) {
            pictures.add(Files.readAllBytes(icons.resolve("grokscope-" + size + ".png")));
        }
        int offset = 6 + 16 * sizes.length;
        ByteBuffer file = ByteBuffer.allocate(offset + pictures.stream().mapToInt(picture -> picture.length).sum())
                .order(ByteOrder.LITTLE_ENDIAN);
        file.putShort((short) 0).putShort((short) 1).putShort((short) sizes.length);
        for (int i = 0; i < sizes.length; i++) {
            // 256 is written as 0; one plane, 32 bits a pixel.
            file.put((byte) sizes[i]).put((byte) sizes[i]).putShort((short) 0).putShort((short) 1).putShort((short) 32)
                    .putInt(pictures.get(i).length).putInt(offset);
            offset += pictures.get(i).length;
        }
        pictures.forEach(file::put);
        return Files.write(to, file.array());
    }

    /** Writes a macOS icon: blocks of a type, a length and a picture. */
    static Path icns(Path icons, Path to) throws IOException {
        List<String> types = List.of("icp4:16", "icp5:32", "icp6:64", "ic07:128", "ic08:256");
        List<byte[]> blocks = new ArrayList<>();
        for (String type : types) {
            byte[] picture = Files.readAllBytes(icons.resolve("grokscope-" + type.substring(5) + ".png"));
            blocks.add(ByteBuffer.allocate(8 + picture.length).put(type.substring(0, 4).getBytes(StandardCharsets.US_ASCII))
                    .putInt(8 + picture.length).put(picture).array());
        }
        int length = 8 + blocks.stream().mapToInt(block -> block.length).sum();
        ByteBuffer file = ByteBuffer.allocate(length).put("icns".getBytes(StandardCharsets.US_ASCII)).putInt(length);
        blocks.forEach(file::put);
        return Files.write(to, file.array());
    }
}
