package dev.heed.local.build;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Maven module that becomes a program.
 *
 * @param folder its folder in the checkout, such as {@code routing-service}
 * @param libraries folders of the modules whose code it contains
 * @param output what Maven makes, within the module's folder: a folder or a jar
 */
public record Module(String folder, List<String> libraries, String output) {
    private static final String QUARKUS = "target/quarkus-app";

    /** One of the four services. */
    public static Module service(String name) {
        return new Module(
                name + "-service",
                List.of(
                        "platform/contracts",
                        "platform/messaging",
                        "platform/secrets",
                        "platform/web",
                        "platform/x-client"),
                QUARKUS);
    }

    /** The simulator of X, which shares no code with the services. */
    public static Module simulator() {
        return new Module("platform/x-simulator", List.of(), QUARKUS);
    }

    /** Customer records that answer ingestion out of a file: one jar. */
    public static Module customerRecords() {
        return new Module("platform/crm-sample", List.of(), "target/heed-crm-sample.jar");
    }

    /** What {@code ./heed bench} runs: a plain jar with its libraries below {@code lib}. */
    public static Module benchmarks() {
        return new Module("platform/benchmarks", List.of("platform/local"), "target/program");
    }

    /** The name of its unpacked program, without a slash. */
    String shortName() {
        return folder.substring(folder.lastIndexOf('/') + 1);
    }

    /** Where Maven puts the program. */
    Path packaged(Path checkout) {
        return checkout.resolve(folder).resolve(output);
    }

    /** Of what Maven made, as far as it tells one packaging from another: of Quarkus' libraries their list will do. */
    String packagedFingerprint(Path checkout) {
        Path packaged = packaged(checkout);
        return output.equals(QUARKUS)
                ? Fingerprint.of(
                        packaged,
                        List.of(
                                packaged.resolve("app"),
                                packaged.resolve("quarkus"),
                                packaged.resolve("quarkus-app-dependencies.txt")))
                : Fingerprint.of(checkout, List.of(packaged));
    }

    /** Of everything that the program is made of. */
    String fingerprint(Path checkout) {
        List<Path> sources = Stream.concat(Stream.of(folder), libraries.stream())
                .map(checkout::resolve)
                .flatMap(module -> Stream.of(module.resolve("pom.xml"), module.resolve("src/main")))
                .toList();
        return Fingerprint.of(
                checkout,
                Stream.concat(Stream.of(checkout.resolve("pom.xml")), sources.stream())
                        .toList());
    }
}
