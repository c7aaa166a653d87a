package dev.heed.crmsample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CustomerListTest {

    @Test
    void aCustomerIsFoundByIdElseByHandle() {
        CustomerList list = read(
                "x_user_id,handle,tier,reference",
                "# the important ones",
                "7,jo,vip,C-7",
                ",@Ann,\"paid, and \"\"dear\"\"\",",
                "",
                "9,,basic");
        assertThat(list.size()).isEqualTo(3);
        assertThat(list.find("7", "anything")).contains(new Customer("7", "jo", "vip", "C-7"));
        assertThat(list.find("8", "ANN")).contains(new Customer("", "Ann", "paid, and \"dear\"", ""));
        assertThat(list.find("9", "")).contains(new Customer("9", "", "basic", ""));
        assertThat(list.find("10", "nobody")).isEmpty();
    }

    @Test
    void whoeverTookOverAHandleIsNotTheCustomerThatHadIt() {
        assertThat(read("7,jo,vip,C-7").find("700", "jo")).isEmpty();
    }

    @Test
    void aLineThatIsNoneIsToldByItsNumberAndNotByItsContent() {
        List<String> complaints = new ArrayList<>();
        CustomerList list = CustomerList.read(
                List.of("7,jo,vip,", "seven,jo,vip,", ",,vip,", "8,jo,,", "9,a b,vip,", "10,jo," + "x".repeat(51)),
                complaints::add);
        assertThat(list.size()).isEqualTo(1);
        assertThat(complaints).hasSize(5).allMatch(words -> !words.contains("jo"));
        assertThat(complaints.getFirst()).startsWith("Line 2 ");
    }

    private static CustomerList read(String... lines) {
        return CustomerList.read(List.of(lines), line -> {
            throw new AssertionError(line);
        });
    }
}
