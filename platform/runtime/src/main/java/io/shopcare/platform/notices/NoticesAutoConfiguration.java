package io.shopcare.platform.notices;

import java.time.Clock;

import com.mongodb.client.MongoDatabase;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.mail.javamail.JavaMailSender;

import io.shopcare.platform.store.StoreAutoConfiguration;

/** Notices by e-mail, for a program that has a mail server ({@code spring.mail.host}) and a database. */
@AutoConfiguration(after = {MailSenderAutoConfiguration.class, StoreAutoConfiguration.class})
@ConditionalOnClass({JavaMailSender.class, MongoDatabase.class})
@ConditionalOnBean({JavaMailSender.class, MongoDatabase.class})
@EnableConfigurationProperties(NoticeSettings.class)
public class NoticesAutoConfiguration {

    @Bean
    Notices notices(MongoDatabase database, Clock clock) {
        return new Notices(database, clock);
    }

    @Bean
    NoticeSender noticeSender(Notices notices, JavaMailSender mail, NoticeSettings settings) {
        return new NoticeSender(notices, mail, new NoticeTexts(), settings);
    }
}
