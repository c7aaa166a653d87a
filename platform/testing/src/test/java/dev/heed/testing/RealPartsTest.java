package dev.heed.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RealPartsTest {

    @Test
    void twoServicesGetADatabaseAndAVirtualHostEachAndLeaveNothingBehind() throws Exception {
        RealParts one = parts("one");
        RealParts two = parts("two");
        Map<String, String> first = one.start();
        Map<String, String> second = two.start();

        assertThat(currentUser(first)).isEqualTo(first.get("HEED_PG_USER"));
        assertThat(first.get("HEED_PG_DATABASE")).isNotEqualTo(second.get("HEED_PG_DATABASE"));
        assertThat(SharedParts.rabbit().management("GET", "/api/vhosts/" + first.get("HEED_AMQP_VHOST"), ""))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(200));

        one.stop();
        two.stop();
        assertThatThrownBy(() -> currentUser(first)).isInstanceOf(SQLException.class);
        assertThat(SharedParts.rabbit().management("GET", "/api/vhosts/" + first.get("HEED_AMQP_VHOST"), ""))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(404));
    }

    private static RealParts parts(String service) {
        RealParts parts = new RealParts();
        parts.init(Map.of("service", service));
        return parts;
    }

    private static String currentUser(Map<String, String> settings) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        settings.get("quarkus.datasource.jdbc.url"),
                        settings.get("quarkus.datasource.username"),
                        settings.get("quarkus.datasource.password"));
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT current_user")) {
            answer.next();
            return answer.getString(1);
        }
    }
}
