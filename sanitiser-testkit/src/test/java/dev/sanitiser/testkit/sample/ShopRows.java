package dev.sanitiser.testkit.sample;

import dev.sanitiser.testkit.postgres.Migrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

// region rows
public final class ShopRows implements Migrations {

    @Override
    public void migrate(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    INSERT INTO users (user_name, email, joined_on) VALUES
                        ('elif.tregenza', 'elif.tregenza@quillmail.example', '2024-02-29'),
                        ('padma.delacroix', 'padma.delacroix@hearthmail.example', '2025-07-01');
                    INSERT INTO orders (user_id, status, total) VALUES (1, 'paid', 12.50), (2, 'open', 99.00);
                    INSERT INTO newsletter (address) VALUES ('elif.tregenza@quillmail.example');
                    """);
        }
    }
}
// endregion
