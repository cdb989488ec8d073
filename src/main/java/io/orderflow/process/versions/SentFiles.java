package io.orderflow.process.versions;

import io.orderflow.process.model.ModelFile;
import io.orderflow.web.StatusCodes;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.UploadContext;
import org.springframework.http.HttpStatus;

/** The files of a multipart request, read as the engine's REST API reads those of a deployment. */
final class SentFiles {

    private SentFiles() {}

    /**
     * Returns all parts that are files, with their names. Fields such as {@code deployment-name} are ignored.
     *
     * @throws io.orderflow.web.ApiProblem 400 {@code VALIDATION_FAILED} if the body is not multipart, or ends too early
     */
    static List<ModelFile> of(HttpServletRequest request) {
        List<ModelFile> files = new ArrayList<>();
        try {
            FileItemIterator parts = new FileUpload().getItemIterator(new Body(request));
            while (parts.hasNext()) {
                FileItemStream part = parts.next();
                if (!part.isFormField()) {
                    files.add(new ModelFile(
                            String.valueOf(part.getName()), part.openStream().readAllBytes()));
                }
            }
        } catch (FileUploadException | IOException e) {
            throw StatusCodes.problem(HttpStatus.BAD_REQUEST);
        }
        return files;
    }

    private record Body(HttpServletRequest request) implements UploadContext {

        @Override
        public long contentLength() {
            return request.getContentLengthLong();
        }

        @Override
        public String getCharacterEncoding() {
            return "UTF-8";
        }

        @Override
        public String getContentType() {
            return request.getContentType();
        }

        @Override
        public int getContentLength() {
            return request.getContentLength();
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return request.getInputStream();
        }
    }
}
