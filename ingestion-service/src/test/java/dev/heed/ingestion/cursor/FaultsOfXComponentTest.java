package dev.heed.ingestion.cursor;

import dev.heed.ingestion.Parts;
import dev.heed.ingestion.SimulatorOfX;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;

/** In the dialect of X's newer document. */
@QuarkusTest
@Parts
@TestProfile(FaultsOfXComponentTest.Posts.class)
class FaultsOfXComponentTest extends FaultsOfX {

    /** The service beside the simulator. */
    public static class Posts implements QuarkusTestProfile {

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(SimulatorOfX.class, Map.of("dialect", "posts")));
        }
    }
}
