package brightline.edge.door;

import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileItem;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.apache.tomcat.util.http.fileupload.disk.DiskFileItemFactory;
import org.apache.tomcat.util.http.fileupload.impl.SizeLimitExceededException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.DefaultMultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * Reads a form with a file, when its handler has been found and so its sender has been let through, under the deadline of
 * {@link GuardedFile}. The container's own way would read the form as soon as anybody asks for a parameter.
 */
final class FileForms implements MultipartResolver {
    private static final int MOST_PARTS = 20;

    private final long largest;

    /** @param largest form with its file, in bytes */
    FileForms(long largest) {
        this.largest = largest;
    }

    @Override
    public boolean isMultipart(HttpServletRequest request) {
        return WebUtils.getNativeRequest(request, GuardedFile.class) != null;
    }

    /** @throws MultipartException when it is no form, or is cut off */
    @Override
    public MultipartHttpServletRequest resolveMultipart(HttpServletRequest request) {
        GuardedFile arriving = WebUtils.getNativeRequest(request, GuardedFile.class);
        if (arriving == null) {
            throw new MultipartException("No file is taken here");
        }
        List<FileItem> items = items(arriving);
        MultiValueMap<String, MultipartFile> files = new LinkedMultiValueMap<>();
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        Map<String, String> types = new HashMap<>();
        for (FileItem item : items) {
            if (item.isFormField()) {
                fields.add(item.getFieldName(), text(item));
                types.put(item.getFieldName(), String.valueOf(item.getContentType()));
            } else {
                files.add(item.getFieldName(), new Arrived(item));
            }
        }
        Map<String, String[]> parameters = new LinkedHashMap<>();
        fields.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        return new DefaultMultipartHttpServletRequest(request, files, parameters, types);
    }

    private List<FileItem> items(GuardedFile arriving) {
        File folder = (File) arriving.getServletContext().getAttribute(ServletContext.TEMPDIR);
        var upload = new FileUpload();
        upload.setFileItemFactory(new DiskFileItemFactory(0, folder));
        upload.setSizeMax(largest);
        upload.setFileCountMax(MOST_PARTS);
        upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
        try {
            return upload.parseRequest(new Form(arriving));
        } catch (SizeLimitExceededException _) {
            throw new ProblemException(Problem.bodyTooLarge());
        } catch (FileUploadException e) {
            throw new MultipartException("The form cannot be read", e);
        }
    }

    private static String text(FileItem item) {
        try {
            return item.getString(StandardCharsets.UTF_8.name());
        } catch (IOException e) {
            throw new MultipartException("A field cannot be read", e);
        } finally {
            item.delete();
        }
    }

    @Override
    public void cleanupMultipart(MultipartHttpServletRequest request) {
        request.getMultiFileMap()
                .values()
                .forEach(files -> files.forEach(file -> {
                    if (file instanceof Arrived arrived) {
                        arrived.item.delete();
                    }
                }));
    }

    private record Form(GuardedFile request) implements UploadContext {
        @Override
        public long contentLength() {
            return request.getContentLengthLong();
        }

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public @Nullable String getContentType() {
            return request.getContentType();
        }

        @Override
        public InputStream getInputStream() {
            return request.content();
        }
    }

    /** A file in the container's own folder until the request is answered. */
    private record Arrived(FileItem item) implements MultipartFile {
        @Override
        public String getName() {
            return item.getFieldName();
        }

        @Override
        public @Nullable String getOriginalFilename() {
            return item.getName();
        }

        @Override
        public @Nullable String getContentType() {
            return item.getContentType();
        }

        @Override
        public boolean isEmpty() {
            return item.getSize() == 0;
        }

        @Override
        public long getSize() {
            return item.getSize();
        }

        @Override
        public byte[] getBytes() {
            return item.get();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return item.getInputStream();
        }

        @Override
        public void transferTo(File destination) throws IOException {
            try (InputStream content = getInputStream()) {
                Files.copy(content, destination.toPath(), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
