import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes the class files of a library so that Java can remember them. An ahead-of-time cache leaves out, without a word, whatever
 * was compiled for a Java before 6, as picocli is: methods of such a class carry no maps of types (JVMS 4.7.4), so every start
 * checks them at length, which takes a command a sixth of its time. Here they get their maps, and do what they did.
 */
final class OldClasses {
    /** The first version whose classes Java takes with maps alone, so that none can pass without by mistake. */
    private static final int WITH_MAPS = ClassFile.JAVA_7_VERSION;
    private static final int VERSION_ENDS = 8;

    /** Whoever looks into such a jar is told, as the Apache license asks of what was changed. */
    private static final String NOTICE = "META-INF/GROKSCOPE.txt";
    private static final String TOLD = "Grokscope's build wrote the class files of this jar anew, so that they carry stack maps and Java's "
            + "ahead-of-time caches keep them: src/build/OldClasses.java. What they do is unchanged.\n";

    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final ClassFile form = ClassFile.of(StackMapsOption.GENERATE_STACK_MAPS, ClassHierarchyResolverOption
            .of(ClassHierarchyResolver.ofResourceParsing(this::open).orElse(ClassHierarchyResolver.defaultResolver())));

    private OldClasses(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(it -> !it.isDirectory()).toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
    }

    /** Writes the jars in a folder anew that hold old classes, where all that is made of them passes Java's verifier. */
    static void renew(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path jar : files.filter(it -> it.toString().endsWith(".jar")).toList()) {
                if (holdsOld(jar)) {
                    new OldClasses(jar).write(jar);
                }
            }
        }
    }

    /** Looks at the beginnings of classes alone: a jar of native libraries would take half a gigabyte. */
    private static boolean holdsOld(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().filter(it -> isClass(it.getName())).toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    if (isOld(in.readNBytes(VERSION_ENDS))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class");
    }

    /** The version stands behind the magic number and its own minor part. */
    private static boolean isOld(byte[] classFile) {
        int version = (classFile[VERSION_ENDS - 2] & 0xff) << 8 | classFile[VERSION_ENDS - 1] & 0xff;
        return version < ClassFile.JAVA_6_VERSION;
    }

    private void write(Path jar) throws IOException {
        List<String> old = entries.keySet().stream().filter(OldClasses::isClass)
                .filter(name -> isOld(entries.get(name))).toList();
        Map<String, byte[]> renewed = new LinkedHashMap<>(entries);
        old.forEach(name -> renewed.put(name, renewed(form.parse(entries.get(name)))));
        if (old.stream().anyMatch(name -> !form.verify(renewed.get(name)).isEmpty())) {
            return;
        }
        renewed.put(NOTICE, TOLD.getBytes(StandardCharsets.UTF_8));
        Path unfinished = jar.resolveSibling(jar.getFileName() + ".unfinished");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(unfinished))) {
            for (Map.Entry<String, byte[]> entry : renewed.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        Files.move(unfinished, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private byte[] renewed(ClassModel model) {
        return form.build(model.thisClass().asSymbol(), builder -> {
            builder.withVersion(WITH_MAPS, 0);
            for (ClassElement element : model) {
                switch (element) {
                    case ClassFileVersion _ -> {}
                    // Code that no transform touches is copied as it is, without maps.
                    case MethodModel method -> builder.transformMethod(method,
                            MethodTransform.transformingCode((code, instruction) -> code.with(instruction)));
                    default -> builder.with(element);
                }
            }
        });
    }

    /** Returns a class of this jar, for who extends whom; null for one of another. */
    private InputStream open(ClassDesc type) {
        byte[] found = entries.get(type.descriptorString().replaceFirst("^L(.*);$", "$1.class"));
        return found == null ? null : new ByteArrayInputStream(found);
    }
}
